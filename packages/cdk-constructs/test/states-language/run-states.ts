import { createHash } from 'node:crypto';
import jsonata from 'jsonata';
import type { StatesDefinition, TaskState, Template } from '../../src/states-language/states-language.js';

/** What a call of AWS answers; throws {@link StatesError} where AWS would refuse. */
export type Answer = (args: Readonly<Record<string, unknown>>, call: MadeCall) => unknown;

/** A call that a state made. */
export interface MadeCall {
  readonly state: string;
  /** Without the partition: `aws-sdk:sagemaker:createModel`. */
  readonly action: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly role?: string;
}

/** What an execution came to. */
export interface Ended {
  readonly status: 'SUCCEEDED' | 'FAILED';
  readonly error?: string;
  readonly cause?: string;
  readonly visited: readonly string[];
  readonly calls: readonly MadeCall[];
}

/** An error as Step Functions names it. */
export class StatesError extends Error {
  constructor(
    readonly code: string,
    cause: string,
  ) {
    super(cause);
  }
}

/**
 * Runs a state machine on this machine: the part of the Amazon States Language that our types allow, with the JSONata
 * library that Step Functions names as its reference. Waiting takes no time.
 */
export async function runStates(
  definition: StatesDefinition,
  answers: Readonly<Record<string, Answer>>,
  input: unknown = {},
): Promise<Ended> {
  const run: Run = { variables: {}, visited: [], calls: [], answers, input };
  let name = definition.StartAt;
  for (let step = 0; step < 500; step += 1) {
    run.visited.push(name);
    const state = definition.States[name];
    if (state === undefined) throw new Error(`no state ${name}`);
    try {
      if (state.Type === 'Succeed') return { status: 'SUCCEEDED', ...run };
      if (state.Type === 'Fail')
        return { status: 'FAILED', error: state.Error, cause: String(await fill(state.Cause, run)), ...run };
      name = await next(definition, name, run);
    } catch (error) {
      if (!(error instanceof StatesError)) throw error;
      return { status: 'FAILED', error: error.code, cause: error.message, ...run };
    }
  }
  throw new Error(`endless: ${run.visited.slice(-10).join(' > ')}`);
}

interface Run {
  readonly variables: Record<string, unknown>;
  readonly visited: string[];
  readonly calls: MadeCall[];
  readonly answers: Readonly<Record<string, Answer>>;
  readonly input: unknown;
}

async function next(definition: StatesDefinition, name: string, run: Run): Promise<string> {
  const state = definition.States[name];
  switch (state?.Type) {
    case 'Pass':
      await assign(state.Assign, run);
      return state.Next;
    case 'Task':
      return runTask(name, state, run);
    case 'Choice':
      for (const choice of state.Choices) {
        const met = await fill(choice.Condition, run);
        if (typeof met !== 'boolean') throw new Error(`${name}: ${choice.Condition} is ${JSON.stringify(met)}`);
        if (!met) continue;
        await assign(choice.Assign, run);
        return choice.Next;
      }
      return state.Default;
    case 'Wait':
      return state.Next;
    default:
      throw new Error(`${name} goes nowhere`);
  }
}

async function runTask(name: string, state: TaskState, run: Run): Promise<string> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const result = await call(name, state, run);
      await assign(state.Assign, run, { result });
      return state.Next;
    } catch (error) {
      if (!(error instanceof StatesError)) throw error;
      const fits = ({ ErrorEquals }: { readonly ErrorEquals: readonly string[] }) => matches(ErrorEquals, error.code);
      if (attempt < (state.Retry?.find(fits)?.MaxAttempts ?? 0)) continue;
      const catcher = state.Catch?.find(fits);
      if (catcher === undefined) throw error;
      await assign(catcher.Assign, run, { errorOutput: { Error: error.code, Cause: error.message } });
      return catcher.Next;
    }
  }
}

async function call(state: string, { Resource, Arguments, Credentials }: TaskState, run: Run): Promise<unknown> {
  const action = Resource.split(':states:::')[1] ?? Resource;
  // Arguments of a task are an object (Amazon States Language).
  const args = (await fill(Arguments, run)) as Record<string, unknown>;
  const made: MadeCall = { state, action, args, ...(Credentials && { role: Credentials.RoleArn }) };
  run.calls.push(made);
  const answer = run.answers[action];
  if (answer === undefined) throw new Error(`no answer for ${action}`);
  return structuredClone(answer(args, made));
}

function matches(names: readonly string[], code: string): boolean {
  const broad = ['States.ALL', ...(code === 'States.Timeout' ? [] : ['States.TaskFailed'])];
  return names.some((name) => name === code || broad.includes(name));
}

async function assign(templates: object | undefined, run: Run, states: object = {}): Promise<void> {
  const filled = await Promise.all(
    Object.entries(templates ?? {}).map(async ([name, template]) => [name, await fill(template, run, states)] as const),
  );
  Object.assign(run.variables, Object.fromEntries(filled));
}

/** Evaluates all expressions of a template; one without a value is an error, as in Step Functions. */
async function fill(template: Template, run: Run, states: object = {}): Promise<unknown> {
  if (Array.isArray(template)) return Promise.all(template.map((item: Template) => fill(item, run, states)));
  if (typeof template === 'object' && template !== null) {
    const entries = Object.entries(template).map(
      async ([key, value]) => [key, await fill(value, run, states)] as const,
    );
    return Object.fromEntries(await Promise.all(entries));
  }
  const source = typeof template === 'string' ? /^\{%([\s\S]*)%\}$/.exec(template)?.[1] : undefined;
  return source === undefined ? template : evaluate(source, run, states);
}

async function evaluate(source: string, run: Run, states: object): Promise<unknown> {
  const expression = jsonata(source);
  // Functions that Step Functions adds to JSONata.
  expression.registerFunction('hash', (text: string) => createHash('sha256').update(text).digest('hex'));
  const entered = run.visited.length;
  const context = {
    Execution: { Id: 'arn:aws:states:eu-west-1:111122223333:execution:machine:run-1', Name: 'run-1', Input: run.input },
    State: { EnteredTime: `2026-11-21T00:00:${entered}Z` },
    Task: { Token: 'TOKEN' },
  };
  const value: unknown = await expression.evaluate(
    {},
    { ...run.variables, states: { input: run.input, context, ...states } },
  );
  if (value === undefined) throw new StatesError('States.QueryEvaluationError', `${source} has no value`);
  // Results of JSONata are sequences, arrays with properties of their own.
  return JSON.parse(JSON.stringify(value));
}
