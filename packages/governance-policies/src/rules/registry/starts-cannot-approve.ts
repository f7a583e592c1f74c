import { registrations } from '../../jobs/registrations.js';
import { defineRule } from '../../rule/define-rule.js';
import { violation } from '../../rule/tell.js';

/** MR-REG-002 */
export const startsCannotApprove = defineRule({
  id: 'MR-REG-002',
  profiles: { regulated: 'error' },
  title: 'no start of the pipeline can register a model as Approved',
  checks: 'A parameter for ModelApprovalStatus has a list of values, and Approved is not in it.',
  why: 'Whoever may start the pipeline may give its parameters. A default of PendingManualApproval binds nobody.',
  fix: { kind: 'safe', how: 'write the status as a literal, or list the values of the parameter without Approved' },
  source: 'StartPipelineExecution, PipelineParameters; SageMaker developer guide, EnumValues of parameters',
  subjects: registrations,
  judge: function* (job, context) {
    const { value, path } = job.member(['ModelApprovalStatus']);
    const read = context.read(value);
    if (read.kind !== 'parameter') return;
    const { name, allowed } = read.parameter;
    if (allowed === undefined) yield violation(`a start may give "${name}" any value, Approved included`, { path });
    else if (allowed.includes('Approved')) yield violation(`a start may set "${name}" to Approved`, { path });
  },
});
