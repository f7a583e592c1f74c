import type { DefinitionContext } from '../definition/definition-context.js';
import { memberAt } from '../definition/member-at.js';
import type { PlacedStep } from '../definition/placed-steps.js';
import { type FreshnessJudge, freshnessIn, isCached } from './freshness.js';
import { JOB_NAME_HYPERPARAMETER } from './hyperparameters-of-one-compilation.js';
import type { Judged } from './judged.js';

/** Where spot training keeps its state. Its place belongs to one execution, so such a step never hits, and rightly so. */
export const CHECKPOINT_ATTRIBUTE = 'CheckpointConfig';

/** A step that is cached in vain. */
export interface CacheMiss extends Judged {
  /** The attribute of the cache key that differs in every execution. */
  readonly attribute: string;
  /** True where another step that is cached in vain is the cause. */
  readonly isConsequence: boolean;
}

/**
 * Steps that are cached and can never use a result again, because an attribute that SageMaker compares differs in every
 * execution (rule R70; developer guide, pipelines-caching; issues 2736, 2940 and 3392 of the SageMaker Python SDK).
 */
export function* cachedStepsThatNeverHit(context: DefinitionContext): Iterable<CacheMiss> {
  const judge = freshnessIn(context);
  for (const placed of context.steps) if (isCached(placed.step)) yield* missesOf(placed, judge);
}

function* missesOf({ step, path }: PlacedStep, judge: FreshnessJudge): Iterable<CacheMiss> {
  for (const { attribute, because, isConsequence, path: at } of judge.freshAttributes(step, path)) {
    const reason = `"${step.Name}" never hits its cache: ${attribute} differs in every execution, because ${because}`;
    yield { verdict: 'violated', attribute, isConsequence, reason, path: at };
  }
  const job = memberAt(step.Arguments, 'HyperParameters', JOB_NAME_HYPERPARAMETER);
  if (typeof job === 'string') {
    const reason = `"${step.Name}" misses its cache after every change of the definition: the hyperparameter ${JOB_NAME_HYPERPARAMETER} holds a new name then`;
    const place = [...path, 'Arguments', 'HyperParameters', JOB_NAME_HYPERPARAMETER];
    yield { verdict: 'violated', attribute: 'HyperParameters', isConsequence: false, reason, path: place };
  }
}
