import { expect, test } from 'vitest';
import { type CompiledText, compileText } from './compile-text.js';
import { jsonAt } from './json-at.js';
import { describeShared, readShared } from './shared-folder.js';
import { stepOf } from './step-of.js';

/** What the help of a probe advises: with that form the probe is accepted. */
describeShared('probes in the form that their help advises', () => {
  test('E: an escaped dollar sign is literal text', async () => {
    const { definition, errors } = await edited('E-dollar-brace.yaml', ['tpl: $', 'tpl: $$']);
    expect(errors).toEqual([]);
    expect(jsonAt(stepOf(definition, 'Train'), 'Arguments', 'HyperParameters')).toEqual({ tpl: `\${user_var}` });
  });

  test('H: with the parameter declared', async () => {
    const { definition, errors } = await edited('H-param-instance.yaml', declare('T'));
    expect(errors).toEqual([]);
    const cluster = jsonAt(stepOf(definition, 'Prep'), 'Arguments', 'ProcessingResources', 'ClusterConfig');
    expect(jsonAt(cluster, 'InstanceType')).toEqual({ Get: 'Parameters.T' });
  });

  test('Z2: with the parameter declared, the model has the network and the transform takes it from there', async () => {
    const { definition, errors } = await edited('Z2-model-transform.yaml', declare('PkgArn'));
    expect(errors).toEqual([]);
    const model = jsonAt(stepOf(definition, 'Mk'), 'Arguments');
    expect(jsonAt(model, 'EnableNetworkIsolation')).toBe(true);
    expect(jsonAt(model, 'VpcConfig')).toEqual({ SecurityGroupIds: ['sg-a'], Subnets: ['subnet-a'] });
    expect(JSON.stringify(stepOf(definition, 'Tx'))).not.toMatch(/Vpc|Isolation|Encryption/);
  });

  test('Z3: the property of the step', async () => {
    const { definition, errors } = await edited('Z3-model-from-register.yaml', [
      'modelPackageArn: Reg.modelPackageArn',
      'modelPackageArn: { property: "Reg.ModelPackageArn" }',
    ]);
    expect(errors).toEqual([]);
    expect(JSON.stringify(stepOf(definition, 'Mk'))).toContain(
      '"ModelPackageName":{"Get":"Steps.Reg.ModelPackageArn"}',
    );
  });

  test('Z5: a quoted default is a number', async () => {
    const { definition, errors } = await edited('Z5-dup-params.yaml', ['- name: A', '- name: B']);
    expect(errors).toEqual([]);
    expect(jsonAt(definition, 'Parameters', 1)).toEqual({ Name: 'A', Type: 'Integer', DefaultValue: 7 });
  });

  test('Z5: text behind the number is an error', async () => {
    const { errors } = await edited('Z5-dup-params.yaml', ['- name: A', '- name: B'], ["'7'", "'7abc'"]);
    expect(errors.map(({ code }) => code)).toEqual(['spec/parameter-default']);
  });

  test('Z7: a reference that is the whole value is a deploy value', async () => {
    const { definition, errors } = await edited('Z7-ssm-inside-string.yaml', ['s3://ssm:/b/x', 's3://some-bucket/x']);
    expect(errors).toEqual([]);
    const hyperparameters = jsonAt(stepOf(definition, 'Train'), 'Arguments', 'HyperParameters');
    expect(hyperparameters).toEqual({ x: { 'Millrace:DeployValue': 'ssm:/hp/x' } });
  });
});

type Edit = readonly [from: string, to: string];

async function edited(file: string, ...edits: readonly Edit[]): Promise<CompiledText> {
  const text = edits.reduce((before, [from, to]) => replaceFirst(before, from, to), readShared('probes', file));
  return compileText(file, text);
}

function replaceFirst(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`the probe does not contain ${from}`);
  // A function, because a text may contain the patterns of String.replace.
  return text.replace(from, () => to);
}

function declare(parameter: string): Edit {
  return ['pipeline:\n', `pipeline:\n  parameters: [{ name: ${parameter}, type: String }]\n`];
}
