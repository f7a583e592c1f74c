import { didYouMean, listNames } from '../../diagnostics/did-you-mean.js';
import type { JsonObject } from '../../source/json.js';
import type { StructureShape } from '../service-model.js';
import type { CheckResult, Finding, Visit } from './finding.js';

/** The members of an object: known ones are looked into, unknown, refused and missing ones are found. */
export function checkStructure(visit: Visit<JsonObject>, shape: StructureShape): CheckResult {
  const names = Object.keys(visit.value);
  const foreign = names
    .filter((name) => !Object.hasOwn(shape.members, name))
    .map((name) => foreignMember(name, visit, shape));
  // A required member that is only misspelt is reported once, as misspelt.
  const misspelt = new Set(foreign.map(({ suggestion }) => suggestion));
  const missing = missingMembers(visit, shape).filter(({ member }) => !misspelt.has(member));
  return { findings: [...foreign, ...missing], inside: names.flatMap((name) => memberVisit(name, visit, shape)) };
}

function memberVisit(name: string, { value, path }: Visit<JsonObject>, parent: StructureShape): readonly Visit[] {
  const member = value[name];
  const shape = own(parent.members, name);
  if (member === undefined || shape === undefined) return [];
  const demanded = own(parent.forms, name);
  return [{ value: member, path: [...path, name], shape, ...(demanded && { demanded }) }];
}

function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}

function foreignMember(name: string, { path, shape: shapeName }: Visit<JsonObject>, shape: StructureShape): Finding {
  const reason = own(shape.refused, name);
  const known = Object.keys(shape.members);
  const place = { severity: 'error', path: [...path, name], target: 'key', shape: shapeName, member: name } as const;
  const names = { given: name, allowed: listNames(known), allowedNames: known };
  if (reason !== undefined) return { kind: 'refused-member', ...place, ...names, reason };
  const suggestion = didYouMean(name, known);
  return { kind: 'unknown-member', ...place, ...names, ...(suggestion === undefined ? {} : { suggestion }) };
}

function missingMembers(
  { value, path, shape: shapeName }: Visit<JsonObject>,
  shape: StructureShape,
): readonly Finding[] {
  const isMissing = (name: string) => !Object.hasOwn(value, name);
  const place = { kind: 'missing-member', path, target: 'value', shape: shapeName, given: 'nothing' } as const;
  const required = (shape.required ?? []).filter(isMissing);
  const expected = Object.entries(shape.expected ?? {}).filter(([name]) => isMissing(name));
  return [
    ...required.map((member) => ({ ...place, severity: 'error', member, allowed: member }) as const),
    ...expected.map(
      ([member, reason]) => ({ ...place, severity: 'warning', member, allowed: member, reason }) as const,
    ),
  ];
}
