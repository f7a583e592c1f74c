import { projectConfigSchema, readDefinition } from '@millrace/schema';
import { App, Aws, CfnParameter, NestedStack, Stack, Stage, Validations } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { CfnPipeline } from 'aws-cdk-lib/aws-sagemaker';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { Construct, IConstruct } from 'constructs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type PipelineChecksProps, SageMakerPipelineChecks } from '../../src/cdk-nag/index.js';
import { defineRule, readExceptions, violation } from '../../src/index.js';

/** Says one thing of each step that debugs, and another of parameters. */
const debugging = defineRule({
  id: 'ACME-DBG-001',
  title: 'nothing is debugged',
  checks: 'RemoteDebugConfig of training jobs.',
  why: 'A rule for tests.',
  fix: { kind: 'none', how: 'stop it' },
  source: 'no source',
  profiles: { baseline: 'warning', regulated: 'error' },
  subjects: ({ steps }) => steps,
  judge: function* ({ path, step }) {
    if (step.Arguments['RemoteDebugConfig']) yield violation('it is debugged', { path });
  },
});

interface Wish {
  readonly names?: readonly string[];
  readonly keyArn?: string;
  readonly image?: string;
}

const IMAGE = `111122223333.dkr.ecr.us-east-1.amazonaws.com/x@sha256:${'0'.repeat(64)}`;

/** A pipeline whose steps can be debugged from outside: an error of MR-NET-008 each. */
function pipelineIn(scope: Construct, { names = ['Train'], keyArn = '', image = IMAGE }: Wish = {}): CfnPipeline {
  const Steps = names.map((Name) => ({
    Name,
    Type: 'Training',
    Arguments: {
      AlgorithmSpecification: { TrainingImage: image },
      RemoteDebugConfig: { EnableRemoteDebug: true },
      OutputDataConfig: { S3OutputPath: `s3://models-${Aws.ACCOUNT_ID}/dev/x`, KmsKeyId: keyArn },
    },
  }));
  const PipelineDefinitionBody = Stack.of(scope).toJsonString({ Version: '2020-12-01', Steps });
  const roleArn = `arn:aws:iam::${Aws.ACCOUNT_ID}:role/pipeline`;
  return new CfnPipeline(scope, 'Pipe', { pipelineName: 'p', roleArn, pipelineDefinition: { PipelineDefinitionBody } });
}

/** `MR-NET-008[Train] Stack/Pipe`, for some rules. */
function told(scope: IConstruct, props?: PipelineChecksProps, rule = /^MR-NET-008/): readonly string[] {
  return new SageMakerPipelineChecks(undefined, props)
    .validateScope(scope)
    .violations.filter(({ ruleName }) => rule.test(ruleName))
    .flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map((each) => `${ruleName} ${each.constructPath}`),
    );
}

/** The report that ends the synthesis; undefined where the app is synthesized. */
function reportOfSynth(app: App): string | undefined {
  try {
    app.synth();
    return undefined;
  } catch (error) {
    return String(error);
  }
}

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

describe('ids', () => {
  it('name the rule and the step, in several stacks, nested stacks and stages', () => {
    const app = new App();
    const one = new Stack(app, 'One');
    pipelineIn(one, { names: ['A', 'B'] });
    pipelineIn(new NestedStack(one, 'Inner'));
    pipelineIn(new Stack(new Stage(app, 'Prod'), 'Two'));
    expect(told(app)).toEqual([
      'MR-NET-008[A] One/Pipe',
      'MR-NET-008[B] One/Pipe',
      'MR-NET-008[Train] One/Inner/Pipe',
      'MR-NET-008[Train] Prod/Two/Pipe',
    ]);
  });

  it('of rules of teams are their own', () => {
    const stack = new Stack(new App(), 'Stack');
    pipelineIn(stack);
    expect(told(stack, { rules: [debugging] }, /./)).toEqual(['ACME-DBG-001[Train] Stack/Pipe']);
  });

  it('say what is wrong and what to do', () => {
    const stack = new Stack(new App(), 'Stack');
    pipelineIn(stack);
    const [violationOfRule] = new SageMakerPipelineChecks(undefined, { rules: [debugging] }).validateScope(
      stack,
    ).violations;
    expect(violationOfRule).toMatchObject({ description: 'it is debugged; stop it.', severity: 'warning' });
  });
});

describe('synthesizing', () => {
  it('ends where an error is found, and tells all of it', () => {
    const app = new App();
    pipelineIn(new Stack(app, 'Stack'));
    Validations.of(app).addPlugins(new SageMakerPipelineChecks(app));
    expect(reportOfSynth(app)).toContain('MR-NET-008[Train]');
  });

  it('goes on where there are only warnings', () => {
    const app = new App();
    pipelineIn(new Stack(app, 'Stack'));
    Validations.of(app).addPlugins(new SageMakerPipelineChecks(app, { rules: [debugging] }));
    app.synth();
    expect(vi.mocked(console.error).mock.calls.flat().join('\n')).toContain('ACME-DBG-001[Train]');
  });

  it('shows wrong settings in the report', () => {
    const app = new App();
    pipelineIn(new Stack(app, 'Stack'));
    Validations.of(app).addPlugins(new SageMakerPipelineChecks(app, { environment: 'prd' }));
    expect(reportOfSynth(app)).toContain('there is no environment "prd"');
  });

  it('stands beside other packs', () => {
    const app = new App();
    const stack = new Stack(app, 'Stack');
    pipelineIn(stack);
    new Key(stack, 'Key');
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new SageMakerPipelineChecks(app));
    const report = reportOfSynth(app);
    expect(report).toContain('AwsSolutions-KMS5');
    expect(report).toContain('MR-NET-008[Train]');
  });
});

describe('acknowledgements', () => {
  const REASON = { reason: 'The team debugs this job until the end of the month.' };

  it.each(['MR::MR-NET-008[A]', 'MR-NET-008[A]'])('%s silences that finding alone', (id) => {
    const app = new App();
    const pipeline = pipelineIn(new Stack(app, 'Stack'), { names: ['A', 'B'] });
    Validations.of(pipeline).acknowledge({ id, ...REASON });
    Validations.of(app).addPlugins(new SageMakerPipelineChecks(app));
    const report = reportOfSynth(app);
    expect(report).not.toContain('MR-NET-008[A]');
    expect(report).toContain('MR-NET-008[B]');
  });

  it('of all errors let the app be synthesized', () => {
    const app = new App();
    const pipeline = pipelineIn(new Stack(app, 'Stack'));
    const pack = new SageMakerPipelineChecks(app);
    for (const { ruleName } of pack.validateScope(app).violations) {
      Validations.of(pipeline).acknowledge({ id: `MR::${ruleName}`, ...REASON });
    }
    Validations.of(app).addPlugins(pack);
    app.synth();
  });
});

describe('options', () => {
  const project = projectConfigSchema.parse({
    environments: {
      test: { account: '111122223333', region: 'us-east-1' },
      prod: { account: '444455556666', region: 'us-east-1', governance: { rules: { 'MR-NET-008': 'off' } } },
    },
    governance: { rules: { 'MR-NET-008': 'info' } },
  });

  it('take a project and its environments, one for each stack where need be', () => {
    const app = new App();
    const stacks = ['test', 'prod'].map((name) => new Stack(app, name));
    for (const stack of stacks) pipelineIn(stack);
    const environment = ({ stackName }: Stack) => stackName;
    const foreign = /^MR-(?:NET-008|IMG-003)/;
    expect(told(app, { project, environment }, foreign)).toEqual([
      'MR-NET-008[Train] test/Pipe',
      'MR-IMG-003[Train] prod/Pipe',
    ]);
  });

  it('take profiles and settings', () => {
    const stack = new Stack(new App(), 'Stack');
    pipelineIn(stack);
    const isolation = /^MR-NET-003/;
    expect(told(stack, {}, isolation)).toEqual([]);
    expect(told(stack, { profiles: ['regulated'] }, isolation)).toEqual(['MR-NET-003[Train] Stack/Pipe']);
    const off = { rules: { 'MR-NET-008': { severity: 'off', options: {} } } } as const;
    expect(told(stack, { settings: off })).toEqual([]);
    const wrong = { rules: { 'MR-NET-800': { severity: 'off', options: {} } } } as const;
    expect(() => told(stack, { settings: wrong })).toThrow('there is no governance rule "MR-NET-800"');
  });

  it('take the ledger of exceptions, for one step and until a day', () => {
    const stack = new Stack(new App(), 'Stack');
    pipelineIn(stack, { names: ['A', 'B'] });
    const entry = {
      rule: 'MR-NET-008',
      path: 'Stack/Pipe#A',
      reason: 'The team debugs it.',
      owner: 'ml',
      expires: '2026-11-30',
    };
    const { value: document } = readDefinition(JSON.stringify({ exceptions: [entry] }), 'exceptions.json');
    const { value: exceptions } = document === undefined ? {} : readExceptions(document);
    if (exceptions === undefined) throw new Error('the ledger cannot be read');
    expect(told(stack, { exceptions, today: '2026-11-30' })).toEqual(['MR-NET-008[B] Stack/Pipe']);
    expect(told(stack, { exceptions, today: '2026-12-01' })).toHaveLength(2);
  });
});

describe('tokens', () => {
  it('of the app are read, whatever they become', () => {
    const app = new App();
    const shared = new Stack(app, 'Shared');
    const key = new Key(shared, 'Key');
    const stack = new Stack(app, 'Stack');
    const image = new CfnParameter(stack, 'Image', { default: 'docker.io/evil:latest' });
    pipelineIn(stack, { keyArn: key.keyArn, image: image.valueAsString });
    const inner = new NestedStack(stack, 'Inner');
    pipelineIn(inner, { keyArn: new Key(stack, 'Own').keyArn });
    app.synth();
    expect(told(app, {}, /^MR-(KMS|IMG)/)).toEqual([
      expect.stringMatching(/^MR-IMG-001\[Train\] Stack\/Pipe$/),
      expect.stringMatching(/^MR-IMG-002\[Train\] Stack\/Pipe$/),
      expect.stringMatching(/^MR-IMG-003\[Train\] Stack\/Pipe$/),
    ]);
  });

  it('that hide a definition are told', () => {
    const stack = new Stack(new App(), 'Stack');
    const PipelineDefinitionS3Location = { Bucket: 'b', Key: 'k' };
    new CfnPipeline(stack, 'Pipe', {
      pipelineName: 'p',
      roleArn: 'r',
      pipelineDefinition: { PipelineDefinitionS3Location },
    });
    expect(told(stack, { rules: [debugging] }, /./)).toEqual(['MR-unseen-definition Stack/Pipe']);
  });

  it('of roles around pipelines stay quiet where nothing is wrong', () => {
    const stack = new Stack(new App(), 'Stack');
    new Role(stack, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    expect(told(stack, { rules: [debugging] }, /./)).toEqual([]);
  });
});
