import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compileSpec, findProjectConfig, nodeFiles } from '@millrace/compiler';
import {
  checkDefinitionPolicies,
  type Finding,
  GOVERNANCE_RULES,
  type PolicyEnvironment,
  policyOf,
} from '@millrace/governance-policies';
import {
  checkStructure,
  formatPath,
  GOVERNANCE_PROFILES,
  type GovernanceProfile,
  type PipelineDefinition,
  readDefinition,
} from '@millrace/schema';
import { describe, expect, test } from 'vitest';
import { repositoryRoot } from '../repository.js';

const FOLDERS = ['examples', 'packages/cdk-constructs/test/examples'];
const cwd = repositoryRoot;
const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(cwd, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
);
const specs = files.filter((file) => file.endsWith('/pipeline.yaml'));
const definitions = files.filter((file) => file.endsWith('definition.json'));

/** The environments of the project config of an example, and none. */
function environmentsOf(file: string): readonly (PolicyEnvironment | undefined)[] {
  const { config } = findProjectConfig(join(cwd, dirname(file))).value ?? {};
  const environments = Object.entries(config?.environments ?? {});
  return [undefined, ...environments.map(([name, environment]) => ({ name, config: environment }))];
}

function findings(definition: PipelineDefinition, profiles: readonly GovernanceProfile[], file: string): unknown {
  const policy = policyOf({ rules: GOVERNANCE_RULES, profiles }).value ?? [];
  return environmentsOf(file)
    .flatMap((environment) => checkDefinitionPolicies(definition, { policy, environment }))
    .map(({ rule, definitionPath, message }: Finding) => `${rule} ${formatPath(definitionPath)}: ${message}`);
}

async function compiled(file: string): Promise<PipelineDefinition> {
  const text = readFileSync(join(cwd, file), 'utf8');
  const { value, diagnostics } = await compileSpec({ file, text }, { files: nodeFiles(join(cwd, dirname(file))) });
  expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  if (value === undefined) throw new Error(`${file} cannot be compiled`);
  return value.definition;
}

describe('examples have nothing to mend', () => {
  test('there are some of each kind', () => {
    expect(specs.length).toBeGreaterThanOrEqual(5);
    expect(definitions).not.toEqual([]);
  });

  // No rule is switched off and no exception is made: the profile is taken as it is.
  test.each(specs)('%s under baseline', async (file) => {
    expect(findings(await compiled(file), ['baseline'], file)).toEqual([]);
  });

  test('examples/credit-risk/pipeline.yaml under every profile', async () => {
    const file = 'examples/credit-risk/pipeline.yaml';
    expect(findings(await compiled(file), GOVERNANCE_PROFILES, file)).toEqual([]);
  });

  test.each(definitions)('%s under baseline', (file) => {
    const document = readDefinition(readFileSync(join(cwd, file), 'utf8'), file).value;
    const definition = document && checkStructure(document).value?.definition;
    if (definition === undefined) throw new Error(`${file} is no definition`);
    expect(findings(definition, ['baseline'], file)).toEqual([]);
  });
});
