import { loadServiceModel, type ServiceModel, STEP_TYPES, stepTypeFacts, stepTypeRequest } from '@millrace/schema';
import { expect, it } from 'vitest';
import { DATA_SLOTS, IMAGE_SLOTS, KEY_SLOTS } from '../../src/platform/roles/data-slots.js';

// The roles read arguments by tables. AWS adds members; one that is in no table would be a job that fails for want of a right.

const model = await loadServiceModel();
const leaves = STEP_TYPES.flatMap((type) => {
  const shape = model.requests[stepTypeRequest(type) ?? ''];
  return shape === undefined ? [] : leavesOf(model, shape, { path: [], inside: [] }).map((leaf) => ({ ...leaf, type }));
});
const ofJobs = leaves.filter(({ type }) => {
  const facts = stepTypeFacts(type);
  return facts?.runsWithRoleOf !== undefined || facts?.passedRoles.some(({ assumedFor }) => assumedFor !== undefined);
});

it('knows what a job does at every place in S3 that AWS lets it name', () => {
  const named = ofJobs.filter(({ pattern }) => pattern.includes('s3'));
  expect(named.length).toBeGreaterThan(30);
  expect(slotsOf(named).filter((slot) => !Object.hasOwn(DATA_SLOTS, slot))).toEqual([]);
});

it('knows what a job does with every key that AWS lets it name', () => {
  const named = ofJobs.filter(({ member }) => /kmskey/i.test(member));
  expect(named.length).toBeGreaterThan(10);
  expect(slotsOf(named).filter((slot) => !Object.hasOwn(KEY_SLOTS, slot))).toEqual([]);
});

it('knows every image that AWS lets a job name', () => {
  const named = ofJobs.filter(({ member }) => /image(uri)?$/i.test(member));
  expect(named.length).toBeGreaterThan(5);
  // EMR Serverless pulls images itself, by the policy of the repository (EMR Serverless user guide, "custom images").
  expect(slotsOf(named).filter((slot) => !IMAGE_SLOTS.has(slot))).toEqual(['imageConfiguration.imageUri']);
});

it('hands on every role that AWS lets a step name', () => {
  const named = leaves.filter(({ member }) => /role(arn)?$/i.test(member));
  const unknown = named.filter(({ type, path }) => {
    const members = stepTypeFacts(type)?.passedRoles.flatMap((role) => role.members) ?? [];
    return !members.includes(path);
  });
  expect([...new Set(unknown.map(({ type, path }) => `${type} ${path}`))]).toEqual([
    // The job itself hands it to Redshift; a gap of the job role says so.
    'Processing ProcessingInputs.DatasetDefinition.RedshiftDatasetDefinition.ClusterRoleArn',
    'ClarifyCheck ProcessingInputs.DatasetDefinition.RedshiftDatasetDefinition.ClusterRoleArn',
    'QualityCheck ProcessingInputs.DatasetDefinition.RedshiftDatasetDefinition.ClusterRoleArn',
    // What instances are for, not a role of IAM.
    'EMR ClusterConfig.Instances.InstanceGroups.InstanceRole',
    'EMR ClusterConfig.PlacementGroupConfigs.InstanceRole',
  ]);
});

interface Leaf {
  readonly path: string;
  /** As {@link DATA_SLOTS} names it. */
  readonly slot: string;
  readonly member: string;
  readonly pattern: string;
}

interface Walk {
  readonly path: readonly string[];
  /** Shapes around this one: some contain themselves. */
  readonly inside: readonly string[];
}

function leavesOf(model: ServiceModel, name: string, { path, inside }: Walk): readonly Leaf[] {
  const shape = model.shapes[name];
  if (shape === undefined || inside.includes(name)) return [];
  const next = (member: string, at: readonly string[]) =>
    leavesOf(model, member, { path: at, inside: [...inside, name] });
  switch (shape.type) {
    case 'structure':
      return Object.entries(shape.members).flatMap(([key, member]) => next(member, [...path, key]));
    case 'list':
      return next(shape.member, path);
    case 'map':
      return next(shape.value, [...path, '{}']);
    case 'string':
      return [
        {
          path: path.join('.'),
          slot: path.slice(-2).join('.'),
          member: path.at(-1) ?? '',
          pattern: shape.pattern ?? '',
        },
      ];
    default:
      return [];
  }
}

function slotsOf(found: readonly Leaf[]): readonly string[] {
  return [...new Set(found.map(({ slot }) => slot))];
}
