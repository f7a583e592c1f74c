import { jobRequestsOf } from '../definition/job-requests.js';
import { listAt, memberAt } from '../definition/member-at.js';
import type { PlacedStep } from '../definition/placed-steps.js';
import type { Path } from '../diagnostics/diagnostic.js';
import type { Json } from '../source/json.js';

/** A place in S3 that a step writes to. */
export interface WrittenPlace {
  readonly step: PlacedStep;
  readonly uri: Json;
  readonly path: Path;
  /** The output in words: `its output "train"`. */
  readonly what: string;
}

/**
 * Where a step writes files whose names another run would write again: the outputs of Processing jobs and of batch
 * transforms. Training jobs append the name of the job to their output path, so they never overwrite each other.
 */
export function writtenPlaces(step: PlacedStep): readonly WrittenPlace[] {
  return jobRequestsOf(step).flatMap(({ job, path }) => {
    const outputs = listAt(job, 'ProcessingOutputConfig', 'Outputs').flatMap((output, index) => {
      const at = [...path, 'ProcessingOutputConfig', 'Outputs', index, 'S3Output', 'S3Uri'];
      const name = memberAt(output, 'OutputName');
      const what = typeof name === 'string' ? `its output "${name}"` : 'an output';
      return placeOf(memberAt(output, 'S3Output', 'S3Uri'), { step, path: at, what });
    });
    const at = [...path, 'TransformOutput', 'S3OutputPath'];
    return [
      ...outputs,
      ...placeOf(memberAt(job, 'TransformOutput', 'S3OutputPath'), { step, path: at, what: 'its results' }),
    ];
  });
}

function placeOf(uri: Json | undefined, place: Omit<WrittenPlace, 'uri'>): readonly WrittenPlace[] {
  return uri === undefined || uri === null ? [] : [{ ...place, uri }];
}
