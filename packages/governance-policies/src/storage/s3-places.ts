import { type Json, type Path, type PlacedStep, walkRequest } from '@millrace/schema';
import type { PolicyContext } from '../rule/policy-context.js';

/** A place in S3 that a step reads or writes. */
export interface S3Place {
  readonly placed: PlacedStep;
  readonly use: 'input' | 'output';
  readonly uri: Json;
  readonly path: Path;
}

/** Members of requests that hold URIs of S3. */
const INPUTS: ReadonlySet<string | number | undefined> = new Set(['S3Uri', 'ModelDataUrl']);
const OUTPUTS: ReadonlySet<string | number | undefined> = new Set([
  'S3OutputPath',
  'DestinationS3Uri',
  'S3FailurePath',
]);

/** Members around an `S3Uri` that make an output of it. */
const AROUND_OUTPUTS: ReadonlySet<string | number | undefined> = new Set(['S3Output', 'CheckpointConfig']);

/** All places in S3 that steps name. */
export function s3Places(context: PolicyContext): readonly S3Place[] {
  return context.once(collect);
}

function collect({ steps }: PolicyContext): readonly S3Place[] {
  const found: S3Place[] = [];
  for (const placed of steps) {
    walkRequest(placed, (uri, place) => {
      const member = place.at(-1);
      const isInput = INPUTS.has(member);
      if (uri === null || (!isInput && !OUTPUTS.has(member))) return;
      const use = isInput && !AROUND_OUTPUTS.has(place.at(-2)) ? 'input' : 'output';
      found.push({ placed, use, uri, path: place.toPath() });
    });
  }
  return found;
}
