import type { Json, Path, PlacedStep } from '@millrace/schema';
import { type RequestMember, requestMembers, S3_MEMBERS } from '../jobs/request-members.js';
import type { PolicyContext } from '../rule/policy-context.js';

/** A place in S3 that a step reads or writes. */
export interface S3Place {
  readonly placed: PlacedStep;
  readonly use: 'input' | 'output';
  readonly uri: Json;
  readonly path: Path;
}

/** Members that hold inputs, unless one of the others stands around them. */
const INPUTS: ReadonlySet<string> = new Set(['S3Uri', 'ModelDataUrl']);
const AROUND_OUTPUTS: ReadonlySet<string | number | undefined> = new Set(['S3Output', 'CheckpointConfig']);

/** All places in S3 that steps name. */
export function s3Places(context: PolicyContext): readonly S3Place[] {
  return context.once(collect);
}

function collect(context: PolicyContext): readonly S3Place[] {
  return requestMembers(context)
    .filter(({ name }) => S3_MEMBERS.has(name))
    .map(({ placed, name, value, path }) => ({ placed, use: useOf({ name, path }), uri: value, path }));
}

function useOf({ name, path }: Pick<RequestMember, 'name' | 'path'>): S3Place['use'] {
  return INPUTS.has(name) && !AROUND_OUTPUTS.has(path.at(-2)) ? 'input' : 'output';
}
