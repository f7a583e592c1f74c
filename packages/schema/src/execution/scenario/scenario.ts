import { z } from 'zod';
import { RETRY_EXCEPTION_TYPES } from '../../step-types/step-type-facts.js';
import { parseDuration } from './duration.js';
import { strictObject } from './strict-object.js';

const DURATION_FORM = 'a duration is a number of seconds of at least 0, or text such as 90s, 2m, 3m20s, 1h or 1d';

/** Seconds; written as a number of seconds or as `90s`, `2m`, `3m20s`, `1h`, `1d`. */
const duration = z
  .custom<number | string>((value) => secondsOf(value) !== undefined, { error: DURATION_FORM })
  .transform((value) => secondsOf(value) ?? 0)
  .describe('How long, in virtual time: seconds, or text such as 90s, 2m, 3m20s, 1h, 1d.');

function secondsOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value >= 0 && Number.isFinite(value) ? value : undefined;
  return typeof value === 'string' ? parseDuration(value) : undefined;
}

/** The content of an output: exactly one of the members. */
const outputContent = strictObject({
  from: z
    .string()
    .optional()
    .describe('A file or folder whose content the output gets; relative to the scenario file. Archives: the tar.gz.'),
  text: z.string().optional().describe('The content of the output file.'),
  json: z.json().optional().describe('The content of the output file, as JSON.'),
  bytes: z.int().nonnegative().optional().describe('A file of this many zero bytes.'),
}).describe('What an output holds: one of the members.');

const fail = strictObject({
  exitCode: z.int().optional().describe('The exit code of the container; 1 when absent.'),
  reason: z.string().optional().describe('What the container wrote to /opt/ml/output/failure.'),
}).describe('User code fails; SageMaker never tries that again.');

const result = {
  duration: duration.optional(),
  propertyFiles: z
    .record(z.string(), z.json())
    .optional()
    .describe('By property file: its JSON; or {missing: true}, {text: "not json"}, {bytes: 3000000}. null: not known.'),
  metrics: z
    .record(z.string(), z.number().nullable())
    .optional()
    .describe('Final metric values by name. null: not known.'),
  outputs: z.record(z.string(), outputContent).optional().describe('Contents of outputs by name.'),
  returns: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
    .optional()
    .describe('Output parameters of a step that calls a function or waits for an answer. null: not known.'),
  describe: z
    .record(z.string(), z.json())
    .optional()
    .describe('Members of the Describe* response that differ, by name.'),
  fail: fail.optional(),
  fault: z.enum(RETRY_EXCEPTION_TYPES).optional().describe('A fault of the service; retry policies apply to it.'),
  hang: z.literal(true).optional().describe('Never ends by itself: runs into MaxRuntimeInSeconds.'),
};

const attempt = strictObject({
  ...result,
  after: duration.optional().describe('How long the attempt ran before its fault or failure.'),
  times: z.int().positive().optional().describe('This many attempts in a row end like this.'),
});

const step = strictObject({
  ...result,
  attempts: z.array(attempt).min(1).optional().describe('One entry per attempt; the last one repeats.'),
  use: z.literal('process').optional().describe('Run this step for real, with the process launcher.'),
}).describe('What happens in a step.');

const defaults = strictObject({
  'container-job': strictObject({ duration: duration.optional() }).optional(),
  'function-call': strictObject({ duration: duration.optional() }).optional(),
  'outside-wait': strictObject({ duration: duration.optional() }).optional(),
  record: strictObject({ duration: duration.optional() }).optional(),
  branch: strictObject({ duration: duration.optional() }).optional(),
  stop: strictObject({ duration: duration.optional() }).optional(),
}).describe('Durations by execution kind, for steps that say none.');

const options = strictObject({
  afterFailure: z
    .enum(['stop-scheduling', 'run-independent'])
    .optional()
    .describe(
      'Whether steps that do not depend on a failed one still start. AWS does not document it; stop-scheduling when absent.',
    ),
});

/** The grammar of a scenario file: what happens in a run, without running user code. */
export const scenarioSchema = strictObject(
  {
    scenario: z.literal(1).optional().describe('Version of this format.'),
    pipeline: z.string().optional().describe('Name of the pipeline that this is for.'),
    clock: z.iso.datetime({ offset: true, local: false }).optional().describe('Start of virtual time.'),
    seed: z.int().nonnegative().optional().describe('Seed of everything that looks random.'),
    parameters: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
      .optional()
      .describe('Start values; -p wins.'),
    options: options.optional(),
    defaults: defaults.optional(),
    steps: z.record(z.string(), step).optional().describe('By step.'),
    conditions: z
      .record(z.string(), z.boolean())
      .optional()
      .describe('Assumed outcomes by condition step; --assume wins.'),
  },
  ['actions', 'runs', 'cases', 'expect'],
).describe('A Millrace scenario.');

/** What happens in a run, without running user code. Durations are seconds. */
export type Scenario = z.output<typeof scenarioSchema>;

/** What happens in a step. */
export type ScenarioStep = z.output<typeof step>;

/** What happens in an attempt of a step; a step's own members are those of its only attempt. */
export type ScenarioAttempt = z.output<typeof attempt>;
