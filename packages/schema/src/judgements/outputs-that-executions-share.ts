import type { DefinitionContext } from '../definition/definition-context.js';
import type { PlacedStep } from '../definition/placed-steps.js';
import { freshnessIn } from './freshness.js';
import type { Judged } from './judged.js';
import { writtenPlaces } from './written-places.js';

/** An output that belongs to no single execution. */
export interface SharedOutput extends Judged {
  readonly step: PlacedStep;
}

/**
 * Outputs whose URI is the same in every execution: executions that run at the same time overwrite each other's files, and
 * a later one replaces what an earlier one has made (rule R78; issue 2808 of the SageMaker Python SDK).
 */
export function* outputsThatExecutionsShare(context: DefinitionContext): Iterable<SharedOutput> {
  const judge = freshnessIn(context);
  for (const { step, uri, path, what } of context.steps.flatMap(writtenPlaces)) {
    const { kind } = judge.of(uri);
    if (kind === 'fresh') continue;
    const reason = `"${step.step.Name}" puts ${what} in the same place in every execution`;
    yield { verdict: kind === 'constant' ? 'violated' : 'unknown', step, reason, path };
  }
}
