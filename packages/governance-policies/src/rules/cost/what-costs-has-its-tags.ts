import type { Json, Path } from '@millrace/schema';
import { isJsonList, memberAt } from '@millrace/schema';
import { z } from 'zod';
import type { DefinitionEdit } from '../../fixes/definition-edit.js';
import { editsThatSet } from '../../fixes/edits-that-set.js';
import type { GovernedJob } from '../../jobs/governed-job.js';
import { governedJobs } from '../../jobs/governed-jobs.js';
import { governedOfType } from '../../platform/governed-resources.js';
import { textOf } from '../../platform/text-of.js';
import { defineRule } from '../../rule/define-rule.js';
import type { PolicyContext } from '../../rule/policy-context.js';
import { unprovable, violation } from '../../rule/tell.js';
import { placedValues } from '../../template/placed-values.js';
import type { TemplateContext } from '../../template/template-context.js';
import type { TemplateResource } from '../../template/template-resource.js';

/** MR-CST-006 */
export const whatCostsHasItsTags = defineRule({
  id: 'MR-CST-006',
  profiles: { baseline: 'error' },
  title: 'jobs, models, pipelines and what stands around them have the tags that the project demands',
  checks:
    'Tags of jobs, models and endpoint configurations against the option "tags"; without it nothing is demanded. Versions of a model package group take no tags. In templates: Tags of pipelines and model package groups, and of the buckets and keys around them.',
  why: 'Costs without tags belong to nobody, and policies that decide by tags do not see what has none.',
  fix: { kind: 'safe', how: 'add the tags (in a spec: "tags:" of the pipeline, which steps inherit)' },
  source: 'Security Hub SageMaker.6 and SageMaker.7 by analogy; Well-Architected ML Lens MLCOST-20',
  options: z.strictObject({
    tags: z.array(z.string()).default([]).describe('Keys of the tags that have to be there, as CostCenter.'),
    values: z
      .record(z.string(), z.string())
      .default({})
      .describe('What a fix writes where a tag is missing, by its key: { CostCenter: "4711" }.'),
  }),
  subjects: (context, { tags }) => (tags.length === 0 ? [] : taggable(context)),
  judge: function* (job, _, { tags, values }) {
    const { value, path, place } = job.member(['Tags']);
    const given = (isJsonList(value) ? value : []).map((tag) => memberAt(tag, 'Key'));
    const missing = tags.filter((key) => !given.includes(key));
    if (missing.length === 0) return;
    const edits = tagEdits(missing, { list: value, place }, values);
    yield violation(`it has no tag ${missing.join(', no tag ')}`, { path, place, edits });
  },
  template: {
    subjects: (context, { tags }) => (tags.length === 0 ? [] : taggableResources(context)),
    judge: function* ({ properties: { Tags: given }, path: resource }, context, { tags }) {
      const path = given === undefined ? resource : [...resource, 'Properties', 'Tags'];
      const keys = placedValues(given, path).map(({ value }) => textOf(context, memberAt(value, 'Key')));
      const missing = tags.filter((key) => !keys.includes(key));
      if (missing.length === 0) return;
      const none = `no tag ${missing.join(', no tag ')}`;
      if (keys.includes('…')) yield unprovable(`it may have ${none}: only the deployment knows its tags`, { path });
      else yield violation(`it has ${none}`, { path });
    },
  },
});

/** What costs or decides about access in its own right. */
function taggableResources(context: TemplateContext): readonly TemplateResource[] {
  const types = ['AWS::SageMaker::Pipeline', 'AWS::SageMaker::ModelPackageGroup', 'AWS::S3::Bucket', 'AWS::KMS::Key'];
  return types.flatMap((type) => governedOfType(context, type));
}

/** Of a tuning step the request alone has tags, which its training jobs inherit. */
function taggable(context: PolicyContext): readonly GovernedJob[] {
  return governedJobs(context).filter(
    (job) =>
      job.path.at(-1) === 'Arguments' &&
      (job.form !== 'modelPackage' || job.member(['ModelPackageGroupName']).value === undefined),
  );
}

interface Tags {
  readonly list: Json | undefined;
  readonly place: Path;
}

/** Nothing where the project does not say what one of them would be. */
function tagEdits(
  keys: readonly string[],
  { list, place }: Tags,
  values: Readonly<Record<string, string>>,
): readonly DefinitionEdit[] {
  const missing = keys.flatMap((Key) => (Object.hasOwn(values, Key) ? [{ Key, Value: values[Key] ?? '' }] : []));
  if (missing.length < keys.length) return [];
  if (!isJsonList(list)) return editsThatSet(place, missing);
  return missing.flatMap((tag, index) => editsThatSet([...place, list.length + index], tag));
}
