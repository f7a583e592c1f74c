import { expect, it } from 'vitest';
import { type MdaaQuestion, readMdaaValues } from './read-mdaa-values.js';

const CONFIG = `
organization: acme
region: eu-central-1
context: { colour: red, size: 1.50, secret: "{{env_var:X}}", path: "ssm:/x", on: true, list: [1] }
domains:
  shared:
    context: { colour: green }
    environments:
      dev:
        account: "111111111111"
        context: { where: dev }
        modules:
          churn: { module_path: "@x/pipeline", module_configs: [./models/churn/pipeline.yaml], context: { colour: blue } }
          other: { module_path: "@x/bucket" }
      prod:
        account: 022222222222
        modules:
          churn: { module_configs: [./models/churn/pipeline.prod.yaml] }
  empty:
    environments: { dev: { account: "333333333333" } }
`;

const NOTHING: MdaaQuestion = { pipelineFile: undefined, scope: undefined };

function ask(question: Partial<MdaaQuestion>) {
  const asked = { ...NOTHING, ...question };
  const { value, diagnostics } = readMdaaValues(
    { config: { file: 'mdaa.yaml', text: CONFIG }, folder: '/work/x' },
    asked,
  );
  const said = diagnostics.map(({ code, message, help }) => [code, message, help]);
  return value === undefined ? said : Object.fromEntries(value);
}

it('finds the module that lists the pipeline, with the context around it', () => {
  expect(ask({ pipelineFile: '/work/x/models/churn/pipeline.yaml' })).toEqual({
    org: 'acme',
    domain: 'shared',
    environment: 'dev',
    account: '111111111111',
    region: 'eu-central-1',
    partition: 'aws',
    module_name: 'churn',
    'context:colour': 'blue',
    'context:size': '1.50',
    'context:on': 'true',
    'context:where': 'dev',
  });
});

it('takes an environment that is named, and its module only where there is one', () => {
  expect(ask({ scope: 'shared/dev' })).toMatchObject({ environment: 'dev', 'context:colour': 'green' });
  expect(ask({ scope: 'shared/dev' })).not.toHaveProperty('module_name');
  expect(ask({ scope: 'shared/dev/other' })).toMatchObject({ module_name: 'other', 'context:colour': 'green' });
  expect(ask({ scope: 'shared/prod' })).toMatchObject({ module_name: 'churn', account: '022222222222' });
  expect(ask({ scope: 'empty' })).toMatchObject({ domain: 'empty', environment: 'dev', account: '333333333333' });
});

it('says what there is to choose, and what is not there', () => {
  expect(ask({})).toEqual([
    [
      'project/mdaa-choice-needed',
      'the MDAA config has more than one environment for this pipeline: shared/dev, shared/prod, empty/dev',
      'choose one: --mdaa-scope shared/dev',
    ],
  ]);
  expect(ask({ scope: 'shared/prd' })).toEqual([
    ['project/unknown-mdaa-scope', 'the MDAA config has no "shared/prd"', 'did you mean "shared/prod"?'],
  ]);
  const codes = (text: string) =>
    readMdaaValues({ config: { file: 'mdaa.yaml', text }, folder: '/' }, NOTHING).diagnostics.map(({ code }) => code);
  expect(codes('domains: {}')).toEqual(['project/not-an-mdaa-config']);
  expect(codes('organization: x\ndomains: [a]')).toEqual(['project/not-an-mdaa-config']);
  expect(codes('a: [')).toEqual(['syntax/invalid-yaml']);
});
