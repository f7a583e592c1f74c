import jsonata from 'jsonata';
import { expect } from 'vitest';
import type { State, StatesDefinition } from '../../src/states-language/states-language.js';

/** Expects that every state is reached, every state can end, and every expression is JSONata over variables that exist. */
export function expectSoundStates(definition: StatesDefinition): void {
  const names = Object.keys(definition.States);
  expect(reached(definition, definition.StartAt), 'reached from the start').toEqual(new Set(names));
  for (const name of names) {
    const ends = [...reached(definition, name)].filter((each) => isEnd(definition.States[each]));
    expect(ends, `ends of ${name}`).not.toEqual([]);
  }
  expect(variablesRead(definition)).toEqual(new Set([...variablesSet(definition)].sort()));
}

function reached(definition: StatesDefinition, start: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(start)) return seen;
  seen.add(start);
  const state = definition.States[start];
  expect(state, `state ${start}`).toBeDefined();
  for (const next of state === undefined ? [] : successors(state)) reached(definition, next, seen);
  return seen;
}

function successors(state: State): readonly string[] {
  if (state.Type === 'Choice') return [state.Default, ...state.Choices.map(({ Next }) => Next)];
  if (state.Type === 'Task') return [state.Next, ...(state.Catch ?? []).map(({ Next }) => Next)];
  return 'Next' in state ? [state.Next] : [];
}

function isEnd(state: State | undefined): boolean {
  return state?.Type === 'Succeed' || state?.Type === 'Fail';
}

function variablesSet(definition: StatesDefinition): ReadonlySet<string> {
  return new Set(membersNamed(definition.States, 'Assign').flatMap((assigned) => Object.keys(Object(assigned))));
}

function membersNamed(value: unknown, name: string): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => (key === name ? [member] : membersNamed(member, name)));
}

function variablesRead(definition: StatesDefinition): ReadonlySet<string> {
  const read = expressionsIn(definition.States).flatMap((source) => freeVariables(jsonata(source).ast()));
  return new Set(read.filter((name) => name !== 'states').sort());
}

function expressionsIn(value: unknown): readonly string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(expressionsIn);
  const source = typeof value === 'string' ? /^\{%([\s\S]*)%\}$/.exec(value)?.[1] : undefined;
  return source === undefined ? [] : [source];
}

/** Variables of an expression, without the functions that it calls and the parameters of its lambdas. */
function freeVariables(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(freeVariables);
  if (typeof node !== 'object' || node === null) return [];
  const { type, value, procedure, arguments: parameters, body, ...rest } = node as Record<string, unknown>;
  if (type === 'variable') return typeof value === 'string' && value !== '' ? [value, ...freeVariables(rest)] : [];
  if (type === 'lambda') {
    const bound = [parameters].flat().map((each) => Object(each).value);
    return freeVariables(body).filter((name) => !bound.includes(name));
  }
  const called = Object(procedure).type === 'lambda' ? freeVariables(procedure) : [];
  return [...called, ...freeVariables([parameters, body, value, ...Object.values(rest)])];
}
