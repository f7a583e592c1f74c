import { z } from 'zod';
import { authorObject } from '../../spec/author-object.js';
import { timeSpan } from '../../spec/durations.js';
import { mapOrReport } from '../../spec/map-or-report.js';
import { orNone } from '../../spec/or-none.js';
import { forwardIssues } from '../../spec/report-issue.js';
import { text } from '../../spec/slots.js';
import type { SpecValue } from '../../spec/spec-value.js';
import { s3Uri } from '../../spec/text-checks.js';

/** Training on spot instances. */
export interface SpotSetting {
  /** Seconds that a job may take with its waits for capacity. */
  readonly maxWait?: SpecValue | undefined;
  /** Where checkpoints go; `none` for no checkpoints. */
  readonly checkpoints?: 'none' | SpecValue | undefined;
  /** Folder of the container that is kept. */
  readonly checkpointPath?: SpecValue | undefined;
}

/** The map behind `spot`, for the JSON Schema. */
export const spotObject = authorObject({
  maxWait: timeSpan(1, 2_419_200)
    .optional()
    .describe('How long the job may take with its waits for capacity, as 2d. Default: a day more than maxRuntime.'),
  checkpoints: orNone(
    s3Uri().describe('Where checkpoints go, or none. Default: a prefix of this execution in the pipeline bucket.'),
  ),
  checkpointPath: text().optional().describe('Folder of checkpoints in the container. Default: /opt/ml/checkpoints.'),
});

/** `spot: true`, `spot: false`, or a map. */
export const spotSetting = z
  .unknown()
  .meta({ anyOf: [{ type: 'boolean' }, { $ref: '#/$defs/Spot' }] })
  .transform((input, context): SpotSetting | false => {
    if (typeof input === 'boolean') return input ? {} : false;
    const map = mapOrReport(input, context, 'true, false, or a map');
    if (map === undefined) return z.NEVER;
    const parsed = spotObject.safeParse(map);
    if (parsed.success) return parsed.data;
    forwardIssues(context, parsed.error.issues);
    return z.NEVER;
  });
