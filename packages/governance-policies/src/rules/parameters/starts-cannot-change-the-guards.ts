import { isJsonList, isJsonObject, type Json, type Path } from '@millrace/schema';
import type { DefinitionEdit } from '../../fixes/definition-edit.js';
import { editsThatSet } from '../../fixes/edits-that-set.js';
import { parameterPlace } from '../../fixes/parameter-place.js';
import { namedImages } from '../../images/named-images.js';
import { governedJobs } from '../../jobs/governed-jobs.js';
import { jobKeys } from '../../jobs/job-keys.js';
import { registrations } from '../../jobs/registrations.js';
import { defineRule } from '../../rule/define-rule.js';
import type { PolicyContext } from '../../rule/policy-context.js';
import { violation } from '../../rule/tell.js';
import type { PolicyParameter, PolicyValue } from '../../values/policy-value.js';

interface Guard {
  readonly what: string;
  readonly value: Json;
  readonly path: Path;
}

/** MR-PAR-002 */
export const startsCannotChangeTheGuards = defineRule({
  id: 'MR-PAR-002',
  profiles: { regulated: 'error' },
  title: 'no start of the pipeline can change roles, keys, images, networks or approval',
  checks:
    'RoleArn, keys, images, subnets, security groups and ModelApprovalStatus are no parameters, or parameters with a list of values.',
  why: 'Whoever may start the pipeline may give its parameters: another role, an image of their own, no key. What was reviewed is then not what runs.',
  fix: { kind: 'suggested', how: 'write the value, or list the values that a start may choose' },
  source: 'StartPipelineExecution, PipelineParameters; SageMaker developer guide, EnumValues of parameters',
  subjects: guards,
  judge: function* ({ what, value, path }, context) {
    const open = parametersIn(context.read(value)).find(({ allowed }) => allowed === undefined);
    if (open === undefined) return;
    const edits = listEdits(open, context);
    yield violation(`a start may give ${what} any value, by the parameter "${open.name}"`, { path, edits });
  },
});

function guards(context: PolicyContext): readonly Guard[] {
  const roles = governedJobs(context).flatMap((job) => guardOf('the role', job.setting('role')));
  const keys = jobKeys(context).flatMap((key) => guardOf('the key', key));
  const images = namedImages(context).flatMap((image) => guardOf('the image', image));
  const approvals = registrations(context).flatMap((job) =>
    guardOf('the approval', job.member(['ModelApprovalStatus'])),
  );
  return [...roles, ...keys, ...images, ...networks(context), ...approvals];
}

function networks(context: PolicyContext): readonly Guard[] {
  return governedJobs(context).flatMap((job) => {
    const { value, path } = job.setting('vpc');
    if (!isJsonObject(value)) return [];
    return ['Subnets', 'SecurityGroupIds'].flatMap((member) => {
      const ids = value[member];
      return isJsonList(ids)
        ? ids.map((id, index) => ({ what: 'the network', value: id, path: [...path, member, index] }))
        : [];
    });
  });
}

function guardOf(
  what: string,
  { value, path }: { readonly value: Json | undefined; readonly path: Path },
): readonly Guard[] {
  return value === undefined ? [] : [{ what, value, path }];
}

function parametersIn(value: PolicyValue): readonly PolicyParameter[] {
  if (value.kind === 'parameter') return [value.parameter];
  return value.kind === 'text' ? value.parts.flatMap(parametersIn) : [];
}

/** The default as the only choice: what was reviewed is what runs. Only parameters of text have lists of values. */
function listEdits({ name, defaultValue }: PolicyParameter, context: PolicyContext): readonly DefinitionEdit[] {
  const parameter = parameterPlace(name, context);
  if (parameter === undefined || typeof defaultValue !== 'string' || defaultValue === '') return [];
  return editsThatSet([...parameter, 'EnumValues'], [defaultValue]);
}
