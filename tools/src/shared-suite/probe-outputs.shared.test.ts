import type { PlainJson } from '@millrace/schema';
import { beforeAll, expect, test } from 'vitest';
import { ACCEPTED_PROBES } from './accepted-probes.js';
import { type CompiledText, compileText } from './compile-text.js';
import { jsonAt } from './json-at.js';
import { describeShared, readShared } from './shared-folder.js';
import { stepOf } from './step-of.js';

type Accepted = keyof typeof ACCEPTED_PROBES;

const deployValue = (name: string) => ({ 'Millrace:DeployValue': name });
const VPC = { SecurityGroupIds: ['sg-a'], Subnets: ['subnet-a'] };
const MSE = { 'Std:JsonGet': { PropertyFile: { Get: 'Steps.Prep.PropertyFiles.Rep' }, Path: 'mse' } };
const BELOW_ONE = { Type: 'LessThan', LeftValue: MSE, RightValue: 1 };

describeShared('definitions of the accepted probes', () => {
  const compiled = new Map<Accepted, CompiledText>();
  // The keys of the table are exactly its keys.
  const ids = Object.keys(ACCEPTED_PROBES) as Accepted[];
  const definitionOf = (id: Accepted) => compiled.get(id)?.definition;
  const argument = (id: Accepted, step: string, ...path: readonly (string | number)[]) =>
    jsonAt(stepOf(definitionOf(id), step), 'Arguments', ...path);

  beforeAll(async () => {
    for (const id of ids)
      compiled.set(id, await compileText(ACCEPTED_PROBES[id], readShared('probes', ACCEPTED_PROBES[id])));
  });

  test.each(ids)('%s: no placeholder in text, no entry point, the key as ARN, own output URIs per execution', (id) => {
    const definition = definitionOf(id);
    expect(definition).toBeDefined();
    expect(JSON.stringify(definition)).not.toMatch(/\$\{|__\w*__|ContainerEntrypoint/);
    for (const key of valuesOf(definition, /KmsKeyId$/)) expect(key).toEqual(deployValue('kmsKeyArn'));
    expect(valuesOf(argument(id, 'Prep', 'ProcessingOutputConfig', 'Outputs'), /^S3Uri$/).map(execution)).toEqual([
      true,
    ]);
  });

  test('A: isolation of the step alone', () => {
    expect(argument('A', 'Prep', 'NetworkConfig')).toEqual({ EnableNetworkIsolation: true });
  });

  test('AA: traffic between instances is encrypted inside a VPC', () => {
    expect(argument('AA', 'Prep', 'NetworkConfig')).toEqual({
      EnableInterContainerTrafficEncryption: true,
      VpcConfig: VPC,
    });
    expect(argument('AA', 'Train', 'EnableInterContainerTrafficEncryption')).toBe(true);
    expect(argument('AA', 'Train', 'VpcConfig')).toEqual(VPC);
    expect(argument('AA', 'Train', 'EnableNetworkIsolation') ?? false).toBe(false);
  });

  test('F: subnets and security groups are deploy values', () => {
    expect(argument('F', 'Prep', 'NetworkConfig')).toEqual({
      EnableInterContainerTrafficEncryption: true,
      VpcConfig: { SecurityGroupIds: [deployValue('ssm:/net/sg1')], Subnets: [deployValue('ssm:/net/subnet1')] },
    });
  });

  test('G: the image is a deploy value', () => {
    expect(argument('G', 'Prep', 'AppSpecification', 'ImageUri')).toEqual(deployValue('ssm:/images/prep'));
  });

  test('M: one name of the group', () => {
    expect(argument('M', 'Reg', 'ModelPackageGroupName')).toBe('my-group');
  });

  test('O4: a number becomes text', () => {
    expect(argument('O4', 'Train', 'HyperParameters')).toEqual({ num_round: '50' });
  });

  test('P: the account is nowhere in the definition', () => {
    expect(JSON.stringify(definitionOf('P'))).not.toContain('ssm:');
  });

  test('S: a step may read one that stands below it', () => {
    expect(argument('S', 'Train', 'InputDataConfig', 0, 'DataSource', 'S3DataSource', 'S3Uri')).toEqual({
      Get: "Steps.Prep.ProcessingOutputConfig.Outputs['train'].S3Output.S3Uri",
    });
  });

  test('Y: NotEquals is Not around Equals', () => {
    expect(jsonAt(stepOf(definitionOf('Y'), 'Check'), 'Arguments')).toEqual({
      Conditions: [{ Type: 'Not', Condition: { Type: 'Equals', LeftValue: MSE, RightValue: 1 } }],
      IfSteps: [stepOf(definitionOf('Y'), 'Reg')],
      ElseSteps: [],
    });
  });

  test('Z: the inner condition stands in the branch of the outer one', () => {
    const inner = { Conditions: [BELOW_ONE], IfSteps: [stepOf(definitionOf('Z'), 'Reg')], ElseSteps: [] };
    expect(jsonAt(stepOf(definitionOf('Z'), 'Outer'), 'Arguments')).toEqual({
      Conditions: [BELOW_ONE],
      IfSteps: [{ Name: 'Check', Type: 'Condition', Arguments: inner }],
      ElseSteps: [],
    });
    expect(namesOf(jsonAt(definitionOf('Z'), 'Steps'))).toEqual(['Prep', 'Train', 'Outer']);
    // All probes use images with the tag latest.
    const said = compiled.get('Z')?.diagnostics.filter(({ severity }) => severity !== 'info') ?? [];
    expect([...new Set(said.map(({ code }) => code))]).toEqual(['definition/image-may-change']);
  });

  test('Z4: the step stands at the top level', () => {
    expect(namesOf(jsonAt(definitionOf('Z4'), 'Steps'))).toContain('After');
    expect(jsonAt(stepOf(definitionOf('Z4'), 'After'), 'DependsOn')).toEqual(['Reg']);
  });

  test('Z8: the bucket of the pipeline', () => {
    expect(argument('Z8', 'Train', 'OutputDataConfig', 'S3OutputPath')).toEqual({
      'Millrace:Text': ['s3://', deployValue('bucket'), '/models'],
    });
  });
});

function execution(uri: PlainJson): boolean {
  return JSON.stringify(uri).includes('{"Get":"Execution.PipelineExecutionId"}');
}

function namesOf(steps: PlainJson | undefined): readonly unknown[] {
  return Array.isArray(steps) ? steps.map((step) => jsonAt(step, 'Name')) : [];
}

/** The values of all members of a name, at any depth. */
function valuesOf(json: PlainJson | undefined, name: RegExp): readonly PlainJson[] {
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([key, value]: [string, PlainJson]) =>
    name.test(key) ? [value] : valuesOf(value, name),
  );
}
