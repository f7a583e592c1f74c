import { PipelineSource } from '@millrace/cdk-constructs';
import { checkDefinitionText } from '@millrace/compiler';
import { describe, expect, test } from 'vitest';
import { corpusDefinitions } from '../corpus-verdicts/corpus-definition.js';
import { ACCEPTED_PROBES } from './accepted-probes.js';
import { type DeployedResources, deployPipeline, propertiesOf } from './deploy-pipeline.js';
import { describeShared, readShared, sharedPath } from './shared-folder.js';

const SEEDS = ['sample-config-minimal.yaml', 'sample-config-comprehensive.yaml'];
const [ML, PREPROD, PROD] = ['111111111111', '222222222222', '333333333333'] as const;
/** The values that MDAA's own tests deploy the samples with. */
const MDAA = {
  environment: 'test-env',
  values: { org: 'test-org', domain: 'test-domain', module_name: 'test-module' },
  context: { 'account-2': PREPROD, 'account-3': PROD },
};

describeShared('seeds, deployed', () => {
  describe.each(SEEDS)('%s', (file) => {
    test('goes to one account', async () => {
      const context = { 'account-2': ML, 'account-3': ML };
      const [resources] = deployPipeline(await seed(file), { ...MDAA, context, accounts: [ML] });
      expect(propertiesOf(resources ?? {}, 'AWS::SageMaker::Pipeline')).toHaveLength(1);
      expect(JSON.stringify(resources)).not.toContain(PREPROD);
    });

    test('goes to an account that only deployment knows', async () => {
      const [resources] = deployPipeline(await seed(file), MDAA);
      expect(propertiesOf(resources ?? {}, 'AWS::SageMaker::Pipeline')).toHaveLength(1);
    });

    test('publishes its parameters under the names that MDAA gives them', async () => {
      const [resources = {}] = deployPipeline(await seed(file), MDAA);
      const names = propertiesOf(resources, 'AWS::SSM::Parameter').map(({ Name: name }) => String(name));
      expect(names).toContainEqual(
        expect.stringMatching(/^\/test-org\/test-domain\/test-module\/sm-pipeline\/test-pipeline-\w+\/pipeline-arn$/),
      );
    });
  });

  test('the comprehensive one goes to three accounts, and the others read its models', async () => {
    const [main = {}, preProd, prod] = deployPipeline(await seed('sample-config-comprehensive.yaml'), {
      ...MDAA,
      accounts: [ML, PREPROD, PROD],
    });
    for (const policy of ['AWS::KMS::Key', 'AWS::S3::BucketPolicy', 'AWS::SageMaker::ModelPackageGroup']) {
      const text = JSON.stringify(propertiesOf(main, policy));
      for (const account of [PREPROD, PROD]) expect(text).toContain(`:iam::${account}:root`);
    }
    for (const other of [preProd, prod]) {
      const [role] = propertiesOf(other ?? {}, 'AWS::IAM::Role');
      expect(role?.['RoleName']).toMatch(/^millrace-model-exec-/);
    }
  });

  test('the minimal one goes to three accounts, with nothing to share', async () => {
    const [main, ...others] = deployPipeline(await seed('sample-config-minimal.yaml'), {
      ...MDAA,
      accounts: [ML, PREPROD, PROD],
    });
    expect(JSON.stringify(main)).not.toContain(PREPROD);
    expect(others).toEqual([{}, {}]);
  });
});

describeShared('accepted probes, deployed', () => {
  const ids = Object.keys(ACCEPTED_PROBES);

  test.each(ids)('%s has a template', async (id) => {
    const [resources = {}] = deployPipeline(await probe(id));
    expect(propertiesOf(resources, 'AWS::SageMaker::Pipeline')).toHaveLength(1);
    // Text of an author is never substituted in.
    expect(JSON.stringify(resources)).not.toContain('"Fn::Sub"');
  });

  test('F: subnets and security groups of the body are parameters of the template', async () => {
    const [resources = {}] = deployPipeline(await probe('F'));
    const body = bodyOf(resources);
    expect(Object.keys(body)).toEqual(['Fn::Join']);
    const [, parts] = body['Fn::Join'] as [string, readonly unknown[]];
    const texts = parts.map((part) =>
      typeof part === 'string' ? part : `<${Object.values(part as object).flat()[0]}>`,
    );
    const definition = JSON.parse(texts.join(''));
    const [step] = definition.Steps;
    expect(step.Arguments.NetworkConfig).toEqual({
      EnableInterContainerTrafficEncryption: true,
      VpcConfig: {
        SecurityGroupIds: [expect.stringMatching(/^<SsmParameterValue.*netsg1.*>$/)],
        Subnets: [expect.stringMatching(/^<SsmParameterValue.*netsubnet1.*>$/)],
      },
    });
  });

  test('M: one name of the group in the definition, of what is created, and in the roles', async () => {
    const [resources = {}] = deployPipeline(await probe('M'));
    expect(JSON.stringify(bodyOf(resources))).toContain('\\"ModelPackageGroupName\\":\\"my-group\\"');
    expect(propertiesOf(resources, 'AWS::SageMaker::ModelPackageGroup')).toMatchObject([
      { ModelPackageGroupName: 'my-group' },
    ]);
    const roles = JSON.stringify(propertiesOf(resources, 'AWS::IAM::ManagedPolicy'));
    const groups = [...roles.matchAll(/:model-package(?:-group)?\/([\w-]+)/g)].map(([, name]) => name);
    expect(groups.length).toBeGreaterThan(0);
    expect(new Set(groups)).toEqual(new Set(['my-group']));
  });

  test('P: key and bucket policy name the account of the parameter, and the definition does not', async () => {
    const [resources = {}] = deployPipeline(await probe('P'));
    const parameter = expect.stringMatching(/^SsmParameterValue.*acctpreprod/);
    const root = {
      'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::', { Ref: parameter }, ':root']],
    };
    for (const type of ['AWS::KMS::Key', 'AWS::S3::BucketPolicy'])
      expect(principalsIn(propertiesOf(resources, type)), type).toContainEqual(root);
    expect(JSON.stringify(bodyOf(resources))).not.toContain('acctpreprod');
  });
});

describeShared('definitions of others, deployed', () => {
  test('whatever validates has a template', async () => {
    const names = corpusDefinitions().map(({ file }) => file);
    const valid: string[] = [];
    for (const file of names) {
      const text = readShared('corpus/definitions', file);
      const { diagnostics } = await checkDefinitionText({ file, text });
      if (diagnostics.some(({ severity }) => severity === 'error')) continue;
      const options = { pipelineName: 'foreign' };
      const source = await PipelineSource.fromDefinitionFile(sharedPath('corpus/definitions', file), options);
      expect(() => deployPipeline(source), file).not.toThrow();
      valid.push(file);
    }
    console.log(`${valid.length} of ${names.length} definitions validate, and have a template`);
    expect(valid.length).toBeGreaterThan(80);
  });
});

function seed(file: string): Promise<PipelineSource> {
  return PipelineSource.fromSpecFile(sharedPath('seeds', file));
}

function probe(id: string): Promise<PipelineSource> {
  // The ids are the keys of the table.
  return PipelineSource.fromSpecFile(sharedPath('probes', ACCEPTED_PROBES[id as keyof typeof ACCEPTED_PROBES]));
}

function bodyOf(resources: DeployedResources): Readonly<Record<string, unknown>> {
  const [pipeline] = propertiesOf(resources, 'AWS::SageMaker::Pipeline');
  // CloudFormation's form; a test fails where there is no pipeline.
  const definition = pipeline?.['PipelineDefinition'] as { readonly PipelineDefinitionBody: object } | undefined;
  return { ...definition?.PipelineDefinitionBody };
}

/** The AWS principals of all statements of all policies in a value. */
function principalsIn(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'Principal' in value ? Object.values(value.Principal as object).flat() : [];
  return [...own, ...Object.values(value).flatMap(principalsIn)];
}
