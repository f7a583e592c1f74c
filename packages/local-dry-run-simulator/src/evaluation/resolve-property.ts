import {
  formatPropertyReference,
  type PlainJson,
  type PlainJsonObject,
  type PropertyPath,
  type PropertySegment,
} from '@millrace/schema';
import { type Evaluated, known, problem, unknown } from './evaluated.js';
import { unknownReasonOf } from './unknown-value.js';

/** Follows a reference such as `.ProcessingOutputConfig.Outputs['train'].S3Output.S3Uri` into a `Describe*` response. */
export function resolveProperty(step: string, tree: PlainJsonObject, path: PropertyPath): Evaluated {
  let value: PlainJson | undefined = tree;
  for (const segment of path) {
    value = enter(value, segment);
    const reason = unknownReasonOf(value);
    if (reason !== undefined) return unknown(reason);
    if (value === undefined || value === null) return problem(`${formatPropertyReference(step, path)} has no value`);
  }
  return known(value);
}

function enter(value: PlainJson, segment: PropertySegment): PlainJson | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('index' in segment) return Array.isArray(value) ? value[segment.index] : undefined;
  if (Array.isArray(value)) return 'key' in segment ? findByName(value, segment.key) : undefined;
  const key = 'key' in segment ? segment.key : segment.member;
  // Not a list: Array.isArray does not narrow readonly arrays away.
  return Object.hasOwn(value, key) ? (value as PlainJsonObject)[key] : undefined;
}

/** The members by which references name the entries of lists (facts/sagemaker-pipelines, section 3.2). */
const NAME_MEMBERS = ['OutputName', 'InputName', 'MetricName', 'ChannelName', 'Name'] as const;

function findByName(list: readonly PlainJson[], name: string): PlainJson | undefined {
  const found = list.find((item) => {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) return false;
    return NAME_MEMBERS.some((member) => (item as PlainJsonObject)[member] === name);
  });
  // A list that ends in an unknown value may have further entries.
  return found ?? list.find((item) => unknownReasonOf(item) !== undefined);
}
