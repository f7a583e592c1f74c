import {
  RETRY_EXCEPTION_TYPES,
  type SourceEntry,
  type SourceNode,
  type StepType,
  stepTypeDeclarations,
} from '@millrace/schema';
import { entryOf, withValue, writtenAt } from './source-maps.js';

/**
 * What a step of a type inherits of a default: of retry policies only the exceptions that the type can name, because one
 * list serves steps that start jobs and steps that do not.
 */
export function fitDefault(entry: SourceEntry, type: StepType): SourceEntry {
  const { retry } = stepTypeDeclarations[type].facts;
  const { key, value } = entry;
  if (key !== 'retry' || value.kind !== 'list' || retry === false) return entry;
  const { origin = [] } = value;
  const allowed: readonly string[] = retry.exceptions;
  const policies = value.items
    .map((policy, index) => fitPolicy(writtenAt(policy, [...origin, index]), allowed))
    .filter((policy) => policy !== undefined);
  if (policies.length > 0) return { ...entry, value: { ...value, items: policies } };
  return { ...entry, value: { kind: 'scalar', value: 'none', offsets: value.offsets, origin } };
}

/** The policy with the exceptions that can be named; undefined where none is left of those that were given. */
function fitPolicy(policy: SourceNode, allowed: readonly string[]): SourceNode | undefined {
  const exceptions = entryOf(policy, 'exceptions')?.value;
  if (policy.kind !== 'map' || exceptions?.kind !== 'list') return policy;
  const at = [...(policy.origin ?? []), 'exceptions'];
  const kept = exceptions.items
    .map((exception, index) => writtenAt(exception, [...at, index]))
    .filter((exception) => !isForeign(exception, allowed));
  if (kept.length === 0 && exceptions.items.length > 0) return undefined;
  return withValue(policy, 'exceptions', { ...exceptions, items: kept });
}

// What is no exception of any type stays, so that it is told.
function isForeign(exception: SourceNode, allowed: readonly string[]): boolean {
  if (exception.kind !== 'scalar' || typeof exception.value !== 'string') return false;
  const known: readonly string[] = RETRY_EXCEPTION_TYPES;
  return known.includes(exception.value) && !allowed.includes(exception.value);
}
