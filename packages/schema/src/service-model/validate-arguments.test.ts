import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../source/json.js';
import { SourceNumber } from '../source/source-number.js';
import { loadServiceModel } from './load-service-model.js';
import { validateArguments } from './validate-arguments.js';

const model = await loadServiceModel();
const ROLE = 'arn:aws:iam::123456789012:role/Jobs';

const processing: JsonObject = {
  RoleArn: ROLE,
  AppSpecification: { ImageUri: 'image:1' },
  ProcessingResources: { ClusterConfig: { InstanceCount: 1, InstanceType: 'ml.m5.xlarge', VolumeSizeInGB: 30 } },
};
const training: JsonObject = { RoleArn: ROLE, OutputDataConfig: { S3OutputPath: 's3://b/models' } };

const PARAMETERS: Readonly<Record<string, 'String' | 'Integer' | 'Float' | 'Boolean'>> = {
  'Parameters.Text': 'String',
  'Parameters.Count': 'Integer',
  'Parameters.Share': 'Float',
  'Parameters.Flag': 'Boolean',
};

function validate(request: string, given: Json) {
  return validateArguments(model, {
    request,
    arguments: given,
    path: ['Steps', 0, 'Arguments'],
    typeOfExpression: ({ Get }) => PARAMETERS[String(Get)],
  });
}

/** Problems of a Processing step with the given members besides a legal rest, paths below `Arguments`. */
function ofProcessing(members: JsonObject) {
  return validate('CreateProcessingJob', { ...processing, ...members }).map(({ path, ...rest }) => ({
    ...rest,
    path: path.slice(3).join('.'),
  }));
}

const cluster = (members: JsonObject) => ({
  ProcessingResources: {
    ClusterConfig: { InstanceCount: 1, InstanceType: 'ml.m5.xlarge', VolumeSizeInGB: 30, ...members },
  },
});
const input = (members: JsonObject) => ({
  ProcessingInputs: [{ InputName: 'data', S3Input: { S3Uri: 's3://b/k', S3DataType: 'S3Prefix', ...members } }],
});

describe('members', () => {
  test('a misspelt member is named with its neighbour', () => {
    expect(ofProcessing({ Enviroment: {} })).toMatchObject([
      {
        kind: 'unknown-member',
        severity: 'error',
        path: 'Enviroment',
        target: 'key',
        member: 'Enviroment',
        suggestion: 'Environment',
      },
    ]);
  });

  test('a required member that is only misspelt is reported once', () => {
    const { RoleArn, AppSpecification, ...rest } = processing;
    const problems = validate('CreateProcessingJob', { ...rest, RoleArn: ROLE, AppSpecfication: { ImageUri: 'i' } });
    expect(problems).toMatchObject([{ kind: 'unknown-member', suggestion: 'AppSpecification' }]);
  });

  test('members of Object.prototype are unknown like any other', () => {
    const tricky: JsonObject = JSON.parse('{"constructor": 1, "__proto__": {}}');
    expect(ofProcessing({ ...tricky, ['__proto__']: {} }).map(({ member }) => member)).toEqual([
      'constructor',
      '__proto__',
    ]);
  });

  test('what SageMaker Pipelines rejects says why', () => {
    const container = { Image: 'i', AdditionalModelDataSources: [] };
    const problems = validate('CreateModel', { PrimaryContainer: container, Containers: [container] });
    expect(problems).toMatchObject([
      { kind: 'refused-member', path: ['Steps', 0, 'Arguments', 'PrimaryContainer', 'AdditionalModelDataSources'] },
      { kind: 'refused-member', path: ['Steps', 0, 'Arguments', 'Containers', 0, 'AdditionalModelDataSources'] },
    ]);
    expect(problems[0]?.reason).toContain('Unknown Argument member');
    expect(validate('CreateModelPackage', { ModelPackageName: 'p' })).toMatchObject([{ kind: 'refused-member' }]);
  });

  test('a job name may be given, and an experiment only by its trial component', () => {
    expect(ofProcessing({ ProcessingJobName: 'prefix' })).toEqual([]);
    const ExperimentConfig = { TrialComponentDisplayName: 'c', TrialName: 't' };
    expect(ofProcessing({ ExperimentConfig })).toMatchObject([
      { kind: 'refused-member', path: 'ExperimentConfig.TrialName' },
    ]);
  });

  test('a Processing step without a role is a warning, a Training step without one an error', () => {
    const { RoleArn, ...noRole } = processing;
    expect(validate('CreateProcessingJob', noRole)).toMatchObject([{ kind: 'missing-member', severity: 'warning' }]);
    const { RoleArn: _, ...noTrainingRole } = training;
    expect(validate('CreateTrainingJob', noTrainingRole)).toMatchObject([
      { kind: 'missing-member', severity: 'error' },
    ]);
  });
});

describe('types', () => {
  test.each([
    [{ Environment: { RETRIES: 3 } }, 'Environment.RETRIES', 'a string', '"3"'],
    [{ Environment: { DEBUG: true } }, 'Environment.DEBUG', 'a string', '"true"'],
    [{ Environment: { ID: new SourceNumber('10', '012') } }, 'Environment.ID', 'a string', '"012"'],
    [cluster({ InstanceCount: '2' }), 'ProcessingResources.ClusterConfig.InstanceCount', 'a whole number', '2'],
    [cluster({ InstanceCount: 1.5 }), 'ProcessingResources.ClusterConfig.InstanceCount', 'a whole number', undefined],
    [
      { NetworkConfig: { EnableNetworkIsolation: 'True' } },
      'NetworkConfig.EnableNetworkIsolation',
      'true or false',
      'true',
    ],
    [{ Environment: [] }, 'Environment', 'an object', undefined],
    [{ ProcessingInputs: {} }, 'ProcessingInputs', 'a list', undefined],
    [{ RoleArn: null }, 'RoleArn', 'a string', undefined],
  ])('%o is not %s', (...[members, path, allowed, suggestion]) => {
    const problem = { kind: 'wrong-type', path, allowed };
    expect(ofProcessing(members)).toMatchObject([suggestion === undefined ? problem : { ...problem, suggestion }]);
  });

  test('a number keeps its source text where it is shown, and is judged by its value', () => {
    expect(ofProcessing(cluster({ VolumeSizeInGB: new SourceNumber('30.0') }))).toEqual([]);
    expect(ofProcessing(cluster({ VolumeSizeInGB: new SourceNumber('1e9') }))).toMatchObject([
      { kind: 'range', given: '1e9', allowed: '1 to 16384' },
    ]);
  });
});

describe('limits', () => {
  test.each([
    ['range', cluster({ InstanceCount: 0 }), '0', '1 to 100'],
    ['length', { RoleArn: 'arn' }, '3 characters', '20 to 2048 characters'],
    ['length', { Environment: { A: 'x'.repeat(257) } }, '257 characters', 'at most 256 characters'],
    ['list-size', { AppSpecification: { ImageUri: 'i', ContainerEntrypoint: [] } }, '0 items', '1 to 100 items'],
    [
      'map-size',
      { Environment: Object.fromEntries([...Array(101).keys()].map((n) => [`A${n}`, ''])) },
      '101 entries',
      'at most 100 entries',
    ],
    [
      'pattern',
      { RoleArn: 'arn:aws:iam::1234:role/Jobs' },
      '"arn:aws:iam::1234:role/Jobs"',
      /^text that matches arn:aws/,
    ],
  ])('%s of %o', (...[kind, members, given, allowed]) => {
    const expected = {
      kind,
      severity: 'error',
      given,
      allowed: typeof allowed === 'string' ? allowed : expect.stringMatching(allowed),
    };
    expect(ofProcessing(members)).toMatchObject([expected]);
  });

  test('characters are counted, not UTF-16 units', () => {
    expect(ofProcessing({ Environment: { A: '😀'.repeat(256) } })).toEqual([]);
  });

  test('the whole text has to match a pattern', () => {
    expect(ofProcessing(input({ S3Uri: 'see s3://b/k' }))).toMatchObject([{ kind: 'pattern', shape: 'S3Uri' }]);
  });

  test('a bad key of a map is placed at the key', () => {
    expect(ofProcessing({ Environment: { 'MY-KEY': 'x' } })).toMatchObject([
      { kind: 'pattern', path: 'Environment.MY-KEY', target: 'key' },
    ]);
  });
});

describe('enums', () => {
  test('a misspelt value is an error with the right one', () => {
    expect(ofProcessing(cluster({ InstanceType: 'm5.xlarge' }))).toMatchObject([
      { kind: 'enum', severity: 'error', suggestion: 'ml.m5.xlarge' },
    ]);
  });

  test('a value that AWS may have added is a warning with the date of the model', () => {
    expect(ofProcessing(cluster({ InstanceType: 'ml.m99.xlarge' }))).toMatchObject([
      { kind: 'unknown-enum-value', severity: 'warning', modelDate: model.origin.date },
    ]);
  });

  test('a closed enum takes no other value', () => {
    expect(ofProcessing(input({ S3InputMode: 'FastFile' }))).toMatchObject([
      { kind: 'enum', severity: 'error', allowedNames: ['Pipe', 'File'], reason: expect.stringContaining('FastFile') },
    ]);
  });
});

describe('expressions', () => {
  const wrap = { 'Std:Join': { On: '', Values: [{ Get: 'Parameters.Count' }] } };

  test.each<[Json, string | undefined]>([
    [{ Get: 'Parameters.Text' }, undefined],
    [{ Get: 'Steps.S.Unknown' }, undefined],
    [{ 'Millrace:DeployValue': 'bucket' }, undefined],
    [wrap, undefined],
    [{ Get: 'Parameters.Count' }, JSON.stringify(wrap)],
  ])('%j in a text slot', (given, suggestion) => {
    const problem = { kind: 'expression-type', path: 'Environment.A', suggestion };
    expect(ofProcessing({ Environment: { A: given } })).toMatchObject(suggestion === undefined ? [] : [problem]);
  });

  test.each<[Json, boolean]>([
    [{ Get: 'Parameters.Count' }, true],
    [{ Get: 'Parameters.Share' }, false],
    [{ Get: 'Parameters.Text' }, false],
    [{ Get: 'Parameters.Flag' }, false],
    [{ 'Millrace:Text': ['1'] }, false],
    [wrap, false],
    [{ 'Std:JsonGet': { PropertyFile: { Get: 'Steps.P.PropertyFiles.F' }, Path: 'n' } }, true],
  ])('%j in an integer slot', (given, fits) => {
    const problems = ofProcessing(cluster({ InstanceCount: given }));
    expect(problems).toMatchObject(fits ? [] : [{ kind: 'expression-type', allowed: 'a value of type Integer' }]);
  });

  test('none stands for a list or an object', () => {
    const VpcConfig = { SecurityGroupIds: { Get: 'Parameters.Text' }, Subnets: ['subnet-a'] };
    expect(ofProcessing({ NetworkConfig: { VpcConfig }, Environment: { Get: 'Parameters.Text' } })).toMatchObject([
      { kind: 'expression-not-allowed', path: 'NetworkConfig.VpcConfig.SecurityGroupIds' },
      { kind: 'expression-not-allowed', path: 'Environment' },
    ]);
  });

  test('a map may have an entry that is called Get', () => {
    expect(ofProcessing({ Environment: { Get: 'up' } })).toEqual([]);
  });
});

describe('requests of other kinds', () => {
  const config = {
    HyperParameterTuningJobConfig: {
      Strategy: { Get: 'Parameters.Text' },
      ResourceLimits: { MaxParallelTrainingJobs: { Get: 'Parameters.Count' }, MaxNumberOfTrainingJobs: 4 },
    },
  };
  test('the limits and the strategy of a tuning job are literal', () => {
    expect(validate('CreateHyperParameterTuningJob', config)).toMatchObject([
      { kind: 'literal-wanted', path: ['Steps', 0, 'Arguments', 'HyperParameterTuningJobConfig', 'Strategy'] },
      { kind: 'literal-wanted', reason: expect.stringContaining('created') },
    ]);
  });

  test('a cluster of EMR is named, ended and protected by SageMaker', () => {
    const Instances = { KeepJobFlowAliveWhenNoSteps: true, InstanceGroups: [] };
    const StepConfig = { HadoopJarStep: { Jar: 'command-runner.jar', Arg: [] } };
    expect(validate('Pipelines.EMR', { StepConfig, ClusterConfig: { Name: 'c', Instances } })).toMatchObject([
      { kind: 'unknown-member', member: 'Arg', suggestion: 'Args' },
      { kind: 'refused-member', member: 'Name' },
      { kind: 'refused-member', member: 'KeepJobFlowAliveWhenNoSteps' },
    ]);
  });

  test('EMR Serverless has its own case inside JobConfig', () => {
    const jobs = 'arn:aws:iam::123456789012:role/Spark';
    const JobConfig = { executionRoleArn: jobs, JobDriver: {} };
    expect(validate('Pipelines.EMRServerless', { ExecutionRoleArn: jobs, JobConfig })).toMatchObject([
      { kind: 'unknown-member', suggestion: 'jobDriver' },
    ]);
  });

  test('Bedrock is written in PascalCase at every depth', () => {
    const S3DataSource = { s3Uri: 's3://b/model' };
    expect(
      validate('CreateCustomModel', { ModelName: { Get: 'Parameters.Text' }, ModelSourceConfig: { S3DataSource } }),
    ).toMatchObject([{ kind: 'unknown-member', member: 's3Uri', suggestion: 'S3Uri' }]);
  });

  test('an association of lineage names its ends by what was just made, or by ARN', () => {
    const Source = { Name: { Get: 'Parameters.Text' }, Type: 'Action' };
    const Destination = { Arn: 'arn:aws:sagemaker:us-east-1:123456789012:artifact/a' };
    const made = [{ Source, Destination, AssociationType: 'ContributedTo' }];
    expect(validate('Pipelines.Lineage', { Associations: made })).toEqual([]);
    expect(validate('Pipelines.Lineage', { Associations: [{ Source }] })).toMatchObject([
      { kind: 'missing-member', member: 'Destination' },
    ]);
  });
});

test('all problems come at once, in the order of the document', () => {
  const problems = ofProcessing({ RoleArn: 'x', ...cluster({ InstanceCount: 0, InstanceType: 5 }), Nope: 1 });
  expect(problems.map(({ kind }) => kind)).toEqual(['unknown-member', 'length', 'range', 'wrong-type']);
});

test('an unknown request is a bug of the caller', () => {
  expect(() => validate('CreateNothing', {})).toThrow('CreateNothing');
});
