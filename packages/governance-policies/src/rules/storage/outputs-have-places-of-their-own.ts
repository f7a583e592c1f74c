import {
  outputsThatExecutionsShare,
  outputsThatStepsShare,
  type Path,
  type PlacedStep,
  writtenPlaces,
} from '@millrace/schema';
import { defineRule } from '../../rule/define-rule.js';
import type { Judgement } from '../../rule/governance-rule.js';
import type { PolicyContext } from '../../rule/policy-context.js';

interface Output {
  readonly step: PlacedStep;
  readonly path: Path;
}

/** MR-S3-005 */
export const outputsHavePlacesOfTheirOwn = defineRule({
  id: 'MR-S3-005',
  profiles: { baseline: 'error' },
  title: 'every output has a place of its own in every execution',
  checks:
    'URIs of outputs of Processing and Transform steps: no two steps have the same, and each holds something that differs between executions, such as the id of the execution. Training appends the name of the job by itself.',
  why: 'Two executions at the same time overwrite each other, and a later one replaces what an earlier one has made: a registered model no longer has the report that it was approved with.',
  fix: {
    kind: 'safe',
    how: 'put {"Get": "Execution.PipelineExecutionId"} and the name of the step into the URI (a spec does so where no URI is given)',
  },
  source: 'Rules R78 and R79 of Millrace; issue 2808 of the SageMaker Python SDK',
  subjects: ({ steps }): readonly Output[] => steps.flatMap(writtenPlaces),
  judge: function* ({ path }, context) {
    yield* context.once(sharedByPlace).get(path.join('\0')) ?? [];
  },
});

function sharedByPlace({ definition }: PolicyContext): ReadonlyMap<string, readonly Judgement[]> {
  const found = new Map<string, Judgement[]>();
  for (const { verdict, reason, path, ...more } of [
    ...outputsThatExecutionsShare(definition),
    ...outputsThatStepsShare(definition),
  ]) {
    const key = path.join('\0');
    const { related } = more;
    found.set(key, [...(found.get(key) ?? []), { verdict, reason, path, ...(related !== undefined && { related }) }]);
  }
  return found;
}
