import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MlProject } from './ml-project.js';

const spec = (name: string) => `
projectName: ${name}
pipeline:
  steps: [{ name: Stop, type: Fail, fail: { message: no } }]
`;
const accounts = `
environments:
  dev: { account: "111111111111", region: eu-west-1 }
  test: { account: "111111111111" }
  prod: { account: "333333333333" }
registry: dev
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ml-project-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

describe('MlProject', () => {
  it('reads environments and models, from any folder of the project', async () => {
    write('project.config.yaml', accounts);
    write('models/fraud/pipeline.yaml', spec('fraud'));
    write('models/churn/pipeline.yaml', spec('churn'));
    write('models/README.md', 'no model');
    const project = await MlProject.load(join(folder, 'models/churn'));
    expect(project.environments.map(({ name }) => name)).toEqual(['dev', 'test', 'prod']);
    expect(project.registry.name).toBe('dev');
    expect(project.consumerAccounts).toEqual(['333333333333']);
    expect(project.models.map(({ name, source }) => [name, source.pipeline.pipelineName])).toEqual([
      ['churn', 'churn-sm-pipeline'],
      ['fraud', 'fraud-sm-pipeline'],
    ]);
  });

  it('has no other accounts where none is given', async () => {
    write('project.config.yaml', 'environments: { dev: {}, prod: {} }');
    write('models/churn/pipeline.yaml', spec('churn'));
    expect((await MlProject.load(folder)).consumerAccounts).toEqual([]);
  });

  it.each([
    ['environments: {}', 'names no environments: add at least one below "environments:".'],
    [
      'environments: { dev: { account: "111111111111" }, test: {}, prod: {} }',
      'gives test, prod no account, but others: give every environment its account, or none, which makes all of them the one account that is deployed to.',
    ],
  ])('refuses %s', async (config, problem) => {
    write('project.config.yaml', config);
    write('models/churn/pipeline.yaml', spec('churn'));
    await expect(MlProject.load(folder)).rejects.toThrow(`The project config in ${folder} ${problem}`);
  });

  it('shows the lines of a wrong config and of a wrong spec', async () => {
    write('project.config.yaml', 'environments: { dev: {} }\nregistry: prod');
    await expect(MlProject.load(folder)).rejects.toThrow(/project\.config\.yaml:2:11 .*there is no environment "prod"/);
    write('project.config.yaml', accounts);
    write('models/churn/pipeline.yaml', spec('churn').replace('Fail', 'Fial'));
    await expect(MlProject.load(folder)).rejects.toThrow(/pipeline\.yaml:4:.*Fial/);
  });

  it('says what is missing', async () => {
    await expect(MlProject.load(folder)).rejects.toThrow(`There is no project.config.yaml in ${folder} or above it`);
    write('project.config.yaml', accounts);
    await expect(MlProject.load(folder)).rejects.toThrow(`There is no models/*/pipeline.yaml in ${folder}`);
  });
});
