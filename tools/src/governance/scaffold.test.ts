import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compileSpec, findProjectConfig, nodeFiles } from '@millrace/compiler';
import { checkDefinitionPolicies, GOVERNANCE_RULES, projectPolicy } from '@millrace/governance-policies';
import { expect, test } from 'vitest';
import { repositoryRoot } from '../repository.js';

// What create-ml-project writes for a project "churn"; a test of the app keeps this tree current.
const { version } = JSON.parse(readFileSync(join(repositoryRoot, 'apps/create-ml-project/package.json'), 'utf8'));
const spec = join(repositoryRoot, 'apps/create-ml-project/test/fixtures', version, 'churn/models/churn/pipeline.yaml');
const folder = dirname(spec);

test.each([undefined, 'dev', 'preprod', 'prod'])('a new project has no finding (environment: %s)', async (name) => {
  const { value: compiled } = await compileSpec(
    { file: spec, text: readFileSync(spec, 'utf8') },
    { files: nodeFiles(folder) },
  );
  const { config } = findProjectConfig(folder).value ?? {};
  if (compiled === undefined || config === undefined) throw new Error('the template cannot be compiled');
  const policy = projectPolicy({ rules: GOVERNANCE_RULES, config, environment: name }).value ?? [];
  const own = name === undefined ? undefined : config.environments[name];
  const environment = name === undefined || own === undefined ? undefined : { name, config: own };
  expect(policy.length).toBeGreaterThan(30);
  expect(checkDefinitionPolicies(compiled.definition, { policy, environment })).toEqual([]);
});
