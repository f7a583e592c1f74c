import type { DefinitionEdit } from '../../fixes/definition-edit.js';
import { editsThatSet } from '../../fixes/edits-that-set.js';
import { parameterPlace } from '../../fixes/parameter-place.js';
import { registrations } from '../../jobs/registrations.js';
import { defineRule } from '../../rule/define-rule.js';
import type { PolicyContext } from '../../rule/policy-context.js';
import { violation } from '../../rule/tell.js';
import type { PolicyParameter } from '../../values/policy-value.js';

/** MR-REG-002 */
export const startsCannotApprove = defineRule({
  id: 'MR-REG-002',
  profiles: { regulated: 'error' },
  title: 'no start of the pipeline can register a model as Approved',
  checks: 'A parameter for ModelApprovalStatus has a list of values, and Approved is not in it.',
  why: 'Whoever may start the pipeline may give its parameters. A default of PendingManualApproval binds nobody.',
  fix: { kind: 'safe', how: 'write the status as a literal, or list the values of the parameter without Approved' },
  source: 'StartPipelineExecution, PipelineParameters; SageMaker developer guide, EnumValues of parameters',
  covers: ['MR-PAR-002'],
  subjects: registrations,
  judge: function* (job, context) {
    const { value, path } = job.member(['ModelApprovalStatus']);
    const read = context.read(value);
    if (read.kind !== 'parameter') return;
    const { name, allowed } = read.parameter;
    const at = { path, edits: listEdits(read.parameter, context) };
    if (allowed === undefined) yield violation(`a start may give "${name}" any value, Approved included`, at);
    else if (allowed.includes('Approved')) yield violation(`a start may set "${name}" to Approved`, at);
  },
});

/** What a start may choose instead, and what it gets where it chooses nothing. */
const UNAPPROVED = ['PendingManualApproval', 'Rejected'];

function listEdits(
  { name, allowed = UNAPPROVED, defaultValue }: PolicyParameter,
  context: PolicyContext,
): readonly DefinitionEdit[] {
  const parameter = parameterPlace(name, context);
  if (parameter === undefined) return [];
  const kept = UNAPPROVED.filter((each) => allowed.includes(each));
  const values = kept.length > 0 ? kept : UNAPPROVED;
  const isUsual = defaultValue === undefined || values.some((each) => each === defaultValue);
  return [
    ...editsThatSet([...parameter, 'EnumValues'], values),
    ...editsThatSet([...parameter, 'DefaultValue'], isUsual ? undefined : values[0]),
  ];
}
