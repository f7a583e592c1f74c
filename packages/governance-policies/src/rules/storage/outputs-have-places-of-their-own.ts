import {
  type DefinitionContext,
  outputsThatExecutionsShare,
  outputsThatStepsShare,
  type WrittenPlace,
  writtenPlaces,
} from '@millrace/schema';
import { ownNameEdits } from '../../fixes/own-name-edits.js';
import { defineRule } from '../../rule/define-rule.js';
import type { Judgement } from '../../rule/governance-rule.js';
import { JudgementsByPlace } from '../../rule/judgements-by-place.js';
import type { PolicyContext } from '../../rule/policy-context.js';
import { violation } from '../../rule/tell.js';

/** MR-S3-005 */
export const outputsHavePlacesOfTheirOwn = defineRule({
  id: 'MR-S3-005',
  profiles: { baseline: 'error' },
  title: 'every output has a place of its own in every execution',
  checks:
    'URIs of outputs of Processing and Transform steps: no two steps have the same, and each holds something that differs between executions, such as the id of the execution. Training appends the name of the job by itself.',
  why: 'Two executions at the same time overwrite each other, and a later one replaces what an earlier one has made: a registered model no longer has the report that it was approved with.',
  fix: {
    kind: 'suggested',
    how: 'put {"Get": "Execution.PipelineExecutionId"} and the name of the step into the URI (a spec does so where no URI is given)',
  },
  source: 'Rules R78 and R79 of Millrace; issue 2808 of the SageMaker Python SDK',
  sameAs: ['definition/shared-by-executions', 'definition/shared-by-steps'],
  subjects: ({ steps }) => steps.flatMap(writtenPlaces),
  judge: function* (output, context) {
    const shared = context.once(sharedByPlace).at(output.path);
    if (shared.length === 0) return;
    const edits = ownNameEdits(output, context);
    yield* shared.map((judgement) => ({ ...judgement, edits }));
  },
});

/** Every output in a shared place is told once, whichever comes first in the document. */
function sharedByPlace(context: PolicyContext): JudgementsByPlace {
  const { definition } = context;
  const alike = [...outputsThatExecutionsShare(definition)].map(({ verdict, reason, path }) => ({
    verdict,
    reason: verdict === 'unknown' ? reason.replace(' puts ', ' may put ') : reason,
    path,
  }));
  return new JudgementsByPlace([
    ...alike,
    ...[...sharers(definition)].map(([place, others]) => sharing(place, others)),
  ]);
}

function sharers(definition: DefinitionContext): ReadonlyMap<WrittenPlace, readonly WrittenPlace[]> {
  const found = new Map<WrittenPlace, WrittenPlace[]>();
  const add = (one: WrittenPlace, other: WrittenPlace) => {
    const known = found.get(one);
    if (known === undefined) found.set(one, [other]);
    else known.push(other);
  };
  for (const { place, others } of outputsThatStepsShare(definition)) {
    for (const other of others) {
      add(place, other);
      add(other, place);
    }
  }
  return found;
}

/** Of several others the first by name is told, so that the order of the steps does not matter. */
function sharing({ step, what, path }: WrittenPlace, others: readonly WrittenPlace[]): Judgement {
  const names = [...new Set(others.map((each) => each.step.step.Name))].sort();
  const more = names.length > 1 ? ` and ${names.length - 1} more write` : ' writes';
  const reason = `"${step.step.Name}" puts ${what} where "${names[0]}"${more} as well`;
  const related = others.map((each) => ({ message: 'the same place', path: each.path }));
  return violation(reason, { path, related });
}
