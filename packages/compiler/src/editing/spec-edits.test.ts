import { readFileSync } from 'node:fs';
import {
  applyJsonEdits,
  type Json,
  type JsonEdit,
  type Path,
  type PipelineDefinition,
  sameJson,
} from '@millrace/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileSpec } from '../compile-spec.js';
import { specEdits } from './spec-edits.js';

const OPTIONS = { files: { read: () => undefined, list: () => undefined } };
const FILE = 'pipeline.yaml';

const SPEC = `projectName: churn
modelPackageGroupName: churn
pipeline:
  parameters:
    - { name: Unused, type: String, defaultValue: a }
    - { name: Approval, type: String, defaultValue: Approved }
    - { name: Machine, type: String, defaultValue: ml.m5.large }
  defaults:
    maxRuntime: 2h # for all
  steps:
    - name: Prepare
      type: Processing
      kmsKeyArn: none
      processing:
        instanceType: { parameter: Machine }
        imageUri: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/prepare:1
        inputs: [{ inputName: raw, s3Uri: "s3://data/raw" }]
        outputs: [{ outputName: train }]

    - name: Train # the model
      type: Training
      cache: 30d
      training:
        instanceType: ml.m5.large
        imageUri: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/train:1
        inputChannels:
          - { channelName: train, stepOutput: Prepare.train }

    - name: Register
      type: RegisterModel
      register:
        modelDataStep: Train
        approvalStatus: { parameter: Approval }

    - raw:
        Name: Tell
        Type: Lambda
        FunctionArn: arn:aws:lambda:eu-west-1:111122223333:function:tell
        Arguments: { a: 1 }
        OutputParameters: []
`;

/** Where steps and their arguments stand in the definition of SPEC. */
const [PREPARE, TRAIN, REGISTER, TELL] = [0, 1, 2, 3].map((index) => ['Steps', index] as const);
const args = (step: Path = [], ...path: Path): Path => [...step, 'Arguments', ...path];

async function translate(yaml: string, ...fixes: readonly (readonly JsonEdit[])[]) {
  const source = { file: FILE, text: yaml };
  const { value: compiled, diagnostics } = await compileSpec(source, OPTIONS);
  if (compiled === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const result = await specEdits({ source, compiled, options: OPTIONS }, fixes);
  // The edits of all that are made are applied at once, as those of findings are.
  const made = fixes.flatMap((fix, index) => (result.left.has(index) ? [] : fix));
  const { value: after } = await compileSpec({ file: FILE, text: result.text }, OPTIONS);
  expect(sameJson(toJson(after?.definition), applyJsonEdits(toJson(compiled.definition), made))).toBe(true);
  return { ...result, changes: changesBetween(yaml, result.text) };
}

function toJson(definition: PipelineDefinition | undefined): Json {
  return (definition ?? null) as unknown as Json;
}

/** Lines that are gone, and lines that are new. */
function changesBetween(before: string, after: string): readonly string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `-${line.trim()}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+${line.trim()}`),
  ];
}

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1';
const DOLLAR = ['$', '{1}'].join('');
const VPC = { Subnets: ['subnet-1', 'subnet-2'], SecurityGroupIds: ['sg-1'] };

/** What a fix changes in the definition, and what that is in the spec. */
const CASES: readonly (readonly [string, readonly JsonEdit[], readonly string[]])[] = [
  [
    'a scalar where it is written',
    [{ path: args(PREPARE, 'AppSpecification', 'ImageUri'), value: 'a@sha256:1' }],
    ['-imageUri: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/prepare:1', '+imageUri: a@sha256:1'],
  ],
  [
    'a cache, as authors write it',
    [{ path: [...(TRAIN ?? []), 'CacheConfig', 'ExpireAfter'], value: 'P14D' }],
    ['-cache: 30d', '+cache: 14d'],
  ],
  [
    'a cache that is new',
    [{ path: [...(PREPARE ?? []), 'CacheConfig'], value: { Enabled: true, ExpireAfter: 'PT12H' } }],
    ['+cache: 12h'],
  ],
  [
    'isolation of one step',
    [{ path: args(TRAIN, 'EnableNetworkIsolation'), value: true }],
    ['+network:', '+enableNetworkIsolation: true'],
  ],
  [
    'a network with what comes with it',
    [
      { path: args(PREPARE, 'NetworkConfig', 'VpcConfig'), value: VPC },
      { path: args(PREPARE, 'NetworkConfig', 'EnableInterContainerTrafficEncryption'), value: true },
    ],
    ['+network:', '+subnetIds: [subnet-1, subnet-2]', '+securityGroupIds: [sg-1]'],
  ],
  [
    'the network of all',
    [
      { path: args(PREPARE, 'NetworkConfig', 'EnableNetworkIsolation'), value: true },
      { path: args(TRAIN, 'EnableNetworkIsolation'), value: true },
    ],
    ['+networkConfig:', '+enableNetworkIsolation: true'],
  ],
  [
    'a network alone in the words of AWS, because the author’s say more',
    [{ path: args(TRAIN, 'VpcConfig'), value: VPC }],
    ['+arguments:', '+VpcConfig:', '+Subnets: [subnet-1, subnet-2]', '+SecurityGroupIds: [sg-1]'],
  ],
  [
    'keys',
    [
      { path: args(PREPARE, 'ProcessingResources', 'ClusterConfig', 'VolumeKmsKeyId'), value: KEY },
      { path: args(PREPARE, 'ProcessingOutputConfig', 'KmsKeyId'), value: KEY },
    ],
    ['-kmsKeyArn: none', `+kmsKeyArn: ${KEY}`],
  ],
  [
    'the key that all steps have',
    [
      {
        path: args(PREPARE, 'ProcessingResources', 'ClusterConfig', 'VolumeKmsKeyId'),
        value: { 'Millrace:DeployValue': 'kmsKeyArn' },
      },
      { path: args(PREPARE, 'ProcessingOutputConfig', 'KmsKeyId'), value: { 'Millrace:DeployValue': 'kmsKeyArn' } },
    ],
    ['-kmsKeyArn: none'],
  ],
  [
    'the run time of one of the steps that inherit it',
    [{ path: args(TRAIN, 'StoppingCondition', 'MaxRuntimeInSeconds'), value: 86_400 }],
    ['+maxRuntime: 1d'],
  ],
  [
    'the run time of all steps that inherit it',
    [
      { path: args(PREPARE, 'StoppingCondition', 'MaxRuntimeInSeconds'), value: 10_800 },
      { path: args(TRAIN, 'StoppingCondition', 'MaxRuntimeInSeconds'), value: 10_800 },
    ],
    ['-maxRuntime: 2h # for all', '+maxRuntime: 3h # for all'],
  ],
  [
    'retries',
    [
      {
        path: [...(TRAIN ?? []), 'RetryPolicies'],
        value: [{ ExceptionType: ['Step.THROTTLING'], IntervalSeconds: 5, BackoffRate: 2, MaxAttempts: 3 }],
      },
    ],
    ['+retry:', '+- exceptions: [Step.THROTTLING]', '+intervalSeconds: 5', '+backoffRate: 2', '+maxAttempts: 3'],
  ],
  [
    'spot instances',
    [
      { path: args(TRAIN, 'EnableManagedSpotTraining'), value: true },
      { path: args(TRAIN, 'StoppingCondition', 'MaxWaitTimeInSeconds'), value: 172_800 },
      { path: args(TRAIN, 'CheckpointConfig'), value: { S3Uri: 's3://bucket/c' } },
    ],
    ['+spot: { maxWait: 2d, checkpoints: s3://bucket/c }'],
  ],
  [
    'tags',
    [{ path: args(TRAIN, 'Tags'), value: [{ Key: 'Cost Center', Value: '4711' }] }],
    ['+tags:', '+Cost Center: "4711"'],
  ],
  [
    'the metadata of a model',
    [
      {
        path: args(REGISTER, 'CustomerMetadataProperties', 'PipelineExecutionArn'),
        value: { Get: 'Execution.PipelineExecutionArn' },
      },
    ],
    ['+customerMetadata:', '+PipelineExecutionArn: { execution: PipelineExecutionArn }'],
  ],
  [
    'a parameter that decides',
    [
      { path: ['Parameters', 1, 'DefaultValue'], value: 'PendingManualApproval' },
      { path: ['Parameters', 1, 'EnumValues'], value: ['PendingManualApproval', 'Rejected'] },
    ],
    [
      '-- { name: Approval, type: String, defaultValue: Approved }',
      '+- { name: Approval, type: String, defaultValue: PendingManualApproval, enumValues: [PendingManualApproval, Rejected] }',
    ],
  ],
  [
    'a parameter that nobody reads',
    [{ path: ['Parameters', 0], remove: true }],
    ['-- { name: Unused, type: String, defaultValue: a }'],
  ],
  // A text that looks like a reference of a spec, and is none.
  [
    'variables',
    [{ path: args(PREPARE, 'Environment', 'EPOCH'), value: DOLLAR }],
    ['+environment:', `+EPOCH: { literal: "${DOLLAR}" }`],
  ],
  [
    'what authors have no word for',
    [{ path: args(TRAIN, 'RemoteDebugConfig', 'EnableRemoteDebug'), value: false }],
    ['+arguments:', '+RemoteDebugConfig:', '+EnableRemoteDebug: false'],
  ],
  [
    'a step in the words of SageMaker',
    [{ path: args(TELL, 'a'), value: 2 }],
    ['-Arguments: { a: 1 }', '+Arguments: { a: 2 }'],
  ],
];

describe('specEdits', () => {
  it.each(CASES)('says %s', async (_, edits, expected) => {
    const { changes, left } = await translate(SPEC, edits);
    expect({ changes, left: [...left.values()] }).toEqual({ changes: expected, left: [] });
  });

  it('keeps fixes apart that add to the same map', async () => {
    const network = args(PREPARE, 'NetworkConfig');
    const vpc = [
      { path: [...network, 'VpcConfig'], value: VPC },
      { path: [...network, 'EnableInterContainerTrafficEncryption'], value: true },
    ];
    const isolation = { path: [...network, 'EnableNetworkIsolation'], value: true };
    const wrong = { path: [...network, 'Unknown'], value: 1 };
    const { changes, left } = await translate(SPEC, [isolation], [wrong], vpc);
    expect([...left.keys()]).toEqual([1]);
    expect(changes).toEqual([
      '+network:',
      '+enableNetworkIsolation: true',
      '+subnetIds: [subnet-1, subnet-2]',
      '+securityGroupIds: [sg-1]',
    ]);
  });

  it('leaves a fix as a whole where a part of it cannot be said', async () => {
    const isolation = { path: args(TRAIN, 'EnableNetworkIsolation'), value: true };
    const { changes, left } = await translate(
      SPEC,
      [isolation, { path: ['Version'], value: '2021-01-01' }],
      [isolation],
    );
    expect([...left]).toEqual([[0, 'a spec has no words for it']]);
    expect(changes).toEqual(['+network:', '+enableNetworkIsolation: true']);
  });
});

/** What rules demand of jobs, wherever a definition has such places. */
const DEMANDS: readonly ((place: Path) => JsonEdit)[] = [
  (step) => ({ path: [...step, 'CacheConfig'], value: { Enabled: true, ExpireAfter: 'P7D' } }),
  (step) => ({ path: [...step, 'CacheConfig'], remove: true }),
  (step) => ({ path: args(step, 'StoppingCondition', 'MaxRuntimeInSeconds'), value: 7260 }),
  (step) => ({ path: args(step, 'EnableNetworkIsolation'), value: true }),
  (step) => ({ path: args(step, 'NetworkConfig', 'EnableNetworkIsolation'), value: true }),
  (step) => ({ path: args(step, 'VpcConfig'), value: VPC }),
  (step) => ({ path: args(step, 'RoleArn'), value: 'arn:aws:iam::111122223333:role/job' }),
  (step) => ({ path: args(step, 'OutputDataConfig', 'KmsKeyId'), value: KEY }),
  (step) => ({ path: args(step, 'Tags'), value: [{ Key: 'Team', Value: 'churn' }] }),
  (step) => ({ path: args(step, 'Environment', 'A'), value: 'b' }),
  (step) => ({ path: args(step, 'Environment', 'PIPELINE'), remove: true }),
  (step) => ({ path: args(step, 'ModelApprovalStatus'), value: 'PendingManualApproval' }),
  (step) => ({
    path: args(step, 'ProcessingOutputConfig', 'Outputs', 0, 'S3Output', 'S3Uri'),
    value: 's3://own/place',
  }),
  (step) => ({ path: args(step, 'CustomerMetadataProperties', 'commit'), value: 'abc' }),
  () => ({ path: ['Parameters', 0, 'Description'], value: 'said' }),
];

describe.each(['churn', 'mdaa-minimal', 'mdaa-comprehensive'])('specEdits of %s', (name) => {
  const yaml = readFileSync(`../../examples/${name}/pipeline.yaml`, 'utf8');

  // `translate` holds the result against the wanted definition.
  it('comes to the definition that is wanted, whatever is demanded', async () => {
    const fix = fc.array(fc.tuple(fc.constantFrom(...DEMANDS), fc.nat(4)), { minLength: 1, maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(fc.array(fix, { minLength: 1, maxLength: 3 }), async (fixes) => {
        const edits = fixes.map((demands) => demands.map(([demand, step]) => demand(['Steps', step])));
        await translate(yaml, ...edits);
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});
