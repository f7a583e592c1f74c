import { createHash } from 'node:crypto';
import {
  attributeOf,
  cacheAttributes,
  DEPLOY_VALUE_KEY,
  type Json,
  type PlacedStep,
  writeJson,
} from '@millrace/schema';
import { cachedSteps } from '../../caching/cached-steps.js';
import type { DefinitionEdit } from '../../fixes/definition-edit.js';
import { editsThatSet } from '../../fixes/edits-that-set.js';
import type { GovernedJob } from '../../jobs/governed-job.js';
import { governedJobs } from '../../jobs/governed-jobs.js';
import type { JobSetting } from '../../jobs/job-form.js';
import { defineRule } from '../../rule/define-rule.js';
import { PolicyContext } from '../../rule/policy-context.js';
import { violation } from '../../rule/tell.js';

/** Protection that no cache key contains, in words. */
const PROTECTION: Partial<Readonly<Record<JobSetting, string>>> = {
  vpc: 'VPC',
  isolation: 'network isolation',
  trafficEncryption: 'encryption of traffic',
  outputKey: 'key for outputs',
  volumeKey: 'key for volumes',
  role: 'role',
};

/** MR-CAC-005 */
export const cachedStepsSeeChangedProtection = defineRule({
  id: 'MR-CAC-005',
  profiles: { regulated: 'warning' },
  title: 'a cached step whose protection changes is run again',
  checks:
    'Against the definition that is deployed now, where it is given: cached steps whose VPC, isolation, keys or role differ while nothing differs that the cache compares.',
  why: 'Turning encryption or isolation on does not run a cached step again: the old, unprotected artifact is handed on until the cache expires, and the definition says otherwise.',
  fix: {
    kind: 'suggested',
    how: 'change something that the cache compares as well, such as a variable PROTECTION_EPOCH in Environment',
  },
  source:
    'SageMaker developer guide, pipelines-default-keys: RoleArn, VpcConfig, keys, isolation are no part of the key',
  subjects: (context) => (context.deployed === undefined ? [] : cachedSteps(context)),
  judge: function* (placed, context) {
    const before = context.deployed?.step(placed.step.Name);
    if (before === undefined || !hasSameKey(placed, before, context)) return;
    const now = protectionOf(placed, context);
    const then = protectionOf(before, context.once(deployedContext));
    const changed = Object.keys(now).filter((name) => differs(now[name], then[name]));
    if (changed.length === 0) return;
    yield violation(`its ${changed.join(', ')} changed since it was deployed, and its cached result is from before`, {
      path: placed.path,
      edits: epochEdits(placed, context),
    });
  },
});

function deployedContext({ deployed, definition, environment }: PolicyContext): PolicyContext {
  return new PolicyContext((deployed ?? definition).definition, { environment });
}

/** What is deployed is bound. Where the environment does not say what a deploy value is, nobody can compare. */
function differs(now: string | undefined, then: string | undefined): boolean {
  return now !== then && now?.includes(DEPLOY_VALUE_KEY) !== true;
}

function hasSameKey(now: PlacedStep, then: PlacedStep, context: PolicyContext): boolean {
  const key = ({ step }: PlacedStep) =>
    cacheAttributes(now.step)
      .map((each) => settled(attributeOf(step, each).value, context))
      .join('\n');
  return now.step.Type === then.step.Type && key(now) === key(then);
}

/** The value with what the environment says of deploy values in their places. */
function settled(value: Json | undefined, context: PolicyContext): string {
  const write = (each: Json) => {
    const read = context.read(each);
    return read.kind === 'literal' ? JSON.stringify(read.value) : undefined;
  };
  return writeJson(value ?? null, { compact: true, write });
}

function protectionOf({ step }: PlacedStep, context: PolicyContext): Readonly<Record<string, string>> {
  const jobs = governedJobs(context).filter((job) => job.step === step.Name);
  return Object.fromEntries(
    Object.entries(PROTECTION).map(([setting, name]) => [
      name,
      jobs.map((job) => textOf(job, setting, context)).join('\n'),
    ]),
  );
}

function textOf(job: GovernedJob, setting: string, context: PolicyContext): string {
  // The keys of PROTECTION are settings; Object.entries forgets that.
  return settled(job.setting(setting as JobSetting).value, context);
}

/** A variable that the cache compares, with a value that is another one whenever the protection is. */
function epochEdits(placed: PlacedStep, context: PolicyContext): readonly DefinitionEdit[] {
  const own = governedJobs(context).find((job) => job.placed === placed && job.has('environment'));
  if (own === undefined || !cacheAttributes(placed.step).includes('Environment')) return [];
  const epoch = createHash('sha256')
    .update(JSON.stringify(protectionOf(placed, context)))
    .digest('hex')
    .slice(0, 8);
  return editsThatSet([...own.setting('environment').place, 'PROTECTION_EPOCH'], epoch);
}
