import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GOVERNANCE_RULES } from '@millrace/governance-policies';
import { SageMakerPipelineChecks } from '@millrace/governance-policies/cdk-nag';
import { App, Stack, Stage, Validations } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listAcknowledgements } from '../../test/rule-packs/list-acknowledgements.js';
import { MlPipeline } from '../ml-pipeline/ml-pipeline.js';
import { MlProject } from '../ml-project/ml-project.js';
import { acknowledgeExceptions, type ExceptionOptions } from './acknowledge-exceptions.js';

const CONFIG = 'environments: { dev: { region: eu-west-1 }, prod: { region: eu-west-1 } }';
const SPEC = `
projectName: churn
pipeline:
  steps:
    - { name: Stop, type: Fail, fail: { message: no } }
    - { name: StopToo, type: Fail, fail: { message: no } }
`;

/** Two jobs in the open. */
const OPEN_SPEC = `
projectName: churn
pipeline:
  steps:
    - { name: Train, type: Training, training: &open { imageUri: "111111111111.dkr.ecr.eu-west-1.amazonaws.com/train:1",
        instanceType: ml.m5.large, maxRuntime: 1h, inputChannels: [{ channelName: train, s3Uri: "s3://inputs/train" }] } }
    - { name: TrainToo, type: Training, training: *open }
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'millrace-exceptions-'));
  for (const each of ['models/churn', 'governance']) mkdirSync(join(folder, each), { recursive: true });
  write('project.config.yaml', CONFIG);
  write('models/churn/pipeline.yaml', SPEC);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

interface Entry {
  readonly rule: string;
  readonly path: string;
  readonly expires?: string;
  readonly environments?: readonly string[];
}

async function loadWith(...entries: readonly Entry[]): Promise<MlProject> {
  const all = { reason: 'Decided in review 7.', owner: 'platform', expires: '2026-12-31' };
  write('governance/exceptions.yaml', JSON.stringify({ exceptions: entries.map((entry) => ({ ...all, ...entry })) }));
  return MlProject.load(folder);
}

/** A stack with a pipeline and a policy, and what is acknowledged in it. */
async function acknowledged(
  entries: readonly Entry[],
  options: Partial<ExceptionOptions> = {},
  scopeOf: (app: App) => App | Stage = (app) => app,
) {
  const project = await loadWith(...entries);
  const app = new App({ analyticsReporting: false });
  const stack = new Stack(scopeOf(app), 'Stack', { env: { region: 'eu-west-1' } });
  const [model] = project.models;
  if (model === undefined) throw new Error('there is a model');
  const pipeline = new MlPipeline(stack, 'Churn', { source: model.source });
  const bucket = new s3.Bucket(stack, 'Bucket');
  const statement = { actions: ['s3:Get*', 's3:PutObject'], resources: [bucket.arnForObjects('a/*'), '*'] };
  new iam.ManagedPolicy(stack, 'Policy', { statements: [new iam.PolicyStatement(statement)] });
  const before = listAcknowledgements(app).length;
  acknowledgeExceptions(app, project.exceptions, { today: '2026-11-21', ...options });
  const own = listAcknowledgements(app).slice(before);
  const given = listAcknowledgements(app).filter(({ reason }) => reason.startsWith('Decided'));
  expect(own.length).toBe(given.length);
  return {
    app,
    stack,
    pipeline,
    given: given.map(({ path, id }) => `${path} ${id}`),
    reasons: given.map(({ reason }) => reason),
  };
}

function findings(app: App, rule: string): readonly string[] {
  return new AwsSolutionsChecks(app)
    .validateScope(app)
    .violations.filter(({ ruleName }) => ruleName.startsWith(rule))
    .flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath = '' }) => `${constructPath} ${ruleName}`),
    )
    .filter((each) => /^(?:Prod\/)?Stack\/(?:Policy|Bucket)\//.test(each));
}

describe('acknowledgeExceptions', () => {
  it('lets a pack of others pass what the ledger excepts, and nothing else', async () => {
    const entries = [
      { rule: 'AwsSolutions-IAM5[Action::s3:Get*]', path: 'Stack/Policy/Resource' },
      { rule: 'AwsSolutions::AwsSolutions-S1', path: 'Stack/Bucket' },
    ];
    const { app, reasons } = await acknowledged(entries);
    expect(new Set(reasons)).toEqual(new Set(['Decided in review 7. (platform, until 2026-12-31)']));
    expect(findings(app, 'AwsSolutions-IAM5')).toEqual([
      expect.stringMatching(/^Stack\/Policy\/Resource AwsSolutions-IAM5\[Resource::<Bucket.*\/a\/\*\]$/),
      'Stack/Policy/Resource AwsSolutions-IAM5[Resource::*]',
    ]);
    expect(findings(app, 'AwsSolutions-S')).toEqual(['Stack/Bucket/Resource AwsSolutions-S10']);
  });

  it('takes a rule with all that it finds, and patterns, in stages too', async () => {
    const { app } = await acknowledged([{ rule: 'AwsSolutions-IAM5', path: '**/Policy/Resource' }], {}, (parent) => {
      return new Stage(parent, 'Prod');
    });
    expect(findings(app, 'AwsSolutions-IAM5')).toEqual([]);
    expect(findings(app, 'AwsSolutions-S1')).not.toEqual([]);
  });

  it('acknowledges rules of Millrace for the steps of a spec, by the metadata of its pipeline', async () => {
    const path = 'models/churn/pipeline.yaml';
    const { stack, given } = await acknowledged([
      { rule: 'MR-NET-003', path: `${path}#Stop` },
      { rule: 'MR-NET-008', path: 'models/*/pipeline.yaml' },
      { rule: 'MR-KMS-001', path: 'Stack/Churn/Pipeline#Stop*' },
      { rule: 'MR-KMS-002', path: `${path}#Stop/Arguments` },
      { rule: 'MR-KMS-003', path: 'models/other/pipeline.yaml#Stop' },
    ]);
    expect(given).toEqual([
      'Stack/Churn/Pipeline MR-NET-003[Stop]',
      'Stack/Churn/Pipeline MR-NET-008[Stop]',
      'Stack/Churn/Pipeline MR-NET-008[StopToo]',
      'Stack/Churn/Pipeline MR-KMS-001[Stop]',
      'Stack/Churn/Pipeline MR-KMS-001[StopToo]',
    ]);
    const [pipeline] = Object.values(Template.fromStack(stack).findResources('AWS::SageMaker::Pipeline'));
    expect(pipeline?.['Metadata']).toEqual({ 'millrace:spec': path });
  });

  it('acknowledges nothing that has expired, and says so', async () => {
    const entry = { rule: 'MR-NET-003', path: 'models/churn/pipeline.yaml#Stop', expires: '2026-11-21' };
    expect((await acknowledged([entry])).given).toHaveLength(1);
    const { stack, given } = await acknowledged([entry], { today: '2026-11-22' });
    expect(given).toEqual([]);
    const text = /The exception of MR-NET-003 at .*#Stop \(.*exceptions\.yaml:1\) expired on 2026-11-21\./;
    Annotations.fromStack(stack).hasWarning('/Stack', Match.stringLikeRegexp(text.source));
  });

  it('acknowledges in the environments that an entry names', async () => {
    const entry = { rule: 'MR-NET-003', path: 'models/churn/pipeline.yaml#Stop', environments: ['prod'] };
    expect((await acknowledged([entry])).given).toEqual([]);
    expect((await acknowledged([entry], { environment: () => 'dev' })).given).toEqual([]);
    const { given } = await acknowledged([entry], {
      environment: ({ stackName }) => (stackName === 'Stack' ? 'prod' : 'dev'),
    });
    expect(given).toHaveLength(1);
  });

  it('says where an entry names a construct that is not there', async () => {
    const { stack } = await acknowledged([{ rule: 'AwsSolutions-S1', path: 'Stack/Bukket' }]);
    const text = /The exception of AwsSolutions-S1 at Stack\/Bukket .* names no construct/;
    Annotations.fromStack(stack).hasWarning('/Stack', Match.stringLikeRegexp(text.source));
  });

  it('refuses a day that is none, and a ledger that is wrong', async () => {
    await expect(acknowledged([], { today: 'today' })).rejects.toThrow('today is "today". Allowed: a day, YYYY-MM-DD.');
    await expect(loadWith({ rule: 'MR-NET-03', path: 'a.yaml' })).rejects.toThrow(
      /exceptions\.yaml:1:98 error policy\/exception-of-unknown-rule .*\n.*\n.*\n {2}help: did you mean "MR-NET-003"\?/,
    );
  });
});

describe('with the pack of Millrace', () => {
  beforeEach(() => write('models/churn/pipeline.yaml', OPEN_SPEC));

  /** The steps that MR-NET-003, which is of `regulated`, tells. */
  function openSteps(app: App, given: Partial<ConstructorParameters<typeof SageMakerPipelineChecks>[1]> = {}) {
    const { violations } = new SageMakerPipelineChecks(app, { profiles: ['regulated'], ...given }).validateScope(app);
    return violations.map(({ ruleName }) => ruleName).filter((name) => name.startsWith('MR-NET-003'));
  }

  it('passes the steps that are excepted, by the id that the pack gives them', async () => {
    const entry = { rule: 'MR-NET-003', path: 'models/churn/pipeline.yaml#Train' };
    expect(openSteps((await acknowledged([])).app)).toEqual(['MR-NET-003[Train]', 'MR-NET-003[TrainToo]']);
    expect(openSteps((await acknowledged([entry])).app)).toEqual(['MR-NET-003[TrainToo]']);
    expect(openSteps((await acknowledged([entry], { today: '2027-01-01' })).app)).toHaveLength(2);
  });

  it('leaves what is less than a step to the ledger of the pack', async () => {
    const path = 'models/churn/pipeline.yaml#Train/Arguments';
    const { app, given } = await acknowledged([{ rule: 'MR-NET-003', path }]);
    expect(given).toEqual([]);
    expect(openSteps(app)).toHaveLength(2);
    const { exceptions } = await MlProject.load(folder);
    expect(openSteps(app, { exceptions, today: '2026-11-21' })).toEqual(['MR-NET-003[TrainToo]']);
  });

  it('ends synth without a word where all is excepted, and else with what is not', async () => {
    const synth = async (path: string) => {
      const { app } = await acknowledged([{ rule: 'MR-NET-003', path }]);
      const only = { settings: { rules: { 'MR-NET-003': { severity: 'error' as const, options: {} } } } };
      Validations.of(app).addPlugins(
        new SageMakerPipelineChecks(app, { rules: GOVERNANCE_RULES.filter(({ id }) => id === 'MR-NET-003'), ...only }),
      );
      return app.synth();
    };
    await expect(synth('models/churn/pipeline.yaml#Train')).rejects.toThrow(
      "Acknowledge with 'MR::MR-NET-003[TrainToo]'",
    );
    expect((await synth('models/churn/pipeline.yaml')).stacks).toHaveLength(1);
  });
});

describe('MlProject', () => {
  it('has an empty ledger where there is no file', async () => {
    expect((await MlProject.load(folder)).exceptions.exceptions).toEqual([]);
  });
});
