import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlainJson } from '@millrace/schema';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listFiles } from '../../src/archive/pack-folder.js';
import { unpackArchive } from '../../src/archive/unpack-archive.js';
import { ProcessRig } from './process-rig.js';

let rig: ProcessRig;
beforeEach(() => {
  rig = new ProcessRig();
});
afterEach(() => rig.remove());

const SLOW = { timeout: 60_000 };

function training(more: Record<string, PlainJson> = {}): PlainJson {
  const { hyperparameters = {}, metrics = [], ...request } = more;
  return {
    Name: 'Train',
    Type: 'Training',
    Arguments: {
      AlgorithmSpecification: { TrainingImage: 'image', TrainingInputMode: 'File', MetricDefinitions: metrics },
      OutputDataConfig: { S3OutputPath: 's3://bucket/models' },
      ResourceConfig: { InstanceType: 'ml.m5.large', InstanceCount: 1 },
      HyperParameters: {
        sagemaker_program: '"train.py"',
        sagemaker_submit_directory: '"s3://bucket/code/sourcedir.tar.gz"',
        ...(hyperparameters as object),
      },
      ...request,
    },
  };
}

function channel(name: string): PlainJson {
  return {
    ChannelName: name,
    ContentType: 'text/csv',
    DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: `s3://bucket/data/${name}` } },
  };
}

test('script mode: code, arguments, environment, channels, model, extra output', SLOW, async () => {
  rig.put('s3://bucket/data/train/train.csv', '1,2\n');
  await rig.putSource('s3://bucket/code/sourcedir.tar.gz', {
    'train.py': `
import json, os, sys, local_module
out = {k: v for k, v in os.environ.items() if k.startswith("SM_")}
out["argv"] = sys.argv[1:]
out["cwd"] = os.getcwd()
out["data"] = open(os.path.join(os.environ["SM_CHANNEL_TRAIN"], "train.csv")).read()
out["config"] = {n: json.load(open(f"/opt/ml/input/config/{n}.json")) for n in ("hyperparameters", "inputdataconfig", "resourceconfig")}
out["local"] = local_module.X
open("/opt/ml/model/model.txt", "w").write("weights")
json.dump(out, open("/opt/ml/output/data/seen.json", "w"))
`,
    'local_module.py': 'X = 42\n',
  });
  const hyperparameters = {
    max_depth: '6',
    eta: '0.10',
    small: '1e-7',
    name: '"plain"',
    raw: 'not json',
    flag: 'true',
    list: '[1, "a"]',
    k: '3',
  };
  const run = await rig.run([training({ hyperparameters, InputDataConfig: [channel('train')] })]);
  expect(run.summary).toMatchObject({ status: 'Succeeded' });
  const written = run.events.filter((event) => event.type === 'artifact-written');
  expect(written.map(({ name }) => name)).toEqual(['modelArtifacts', 'output']);
  const [model, extra] = await Promise.all(written.map(({ uri, name }) => unpack(uri, name)));
  expect(listFiles(model ?? '')).toEqual(['model.txt']);
  const seen = JSON.parse(readFileSync(join(extra ?? '', 'seen.json'), 'utf8'));
  expect(seen.argv).toEqual([
    '--eta',
    '0.1',
    '--flag',
    'True',
    '-k',
    '3',
    '--list',
    "[1, 'a']",
    '--max_depth',
    '6',
    '--name',
    'plain',
    '--raw',
    'not json',
    '--small',
    '1e-07',
  ]);
  expect(seen).toMatchObject({
    cwd: '/opt/ml/code',
    data: '1,2\n',
    local: 42,
    SM_CHANNELS: '["train"]',
    SM_CHANNEL_TRAIN: '/opt/ml/input/data/train',
    SM_CURRENT_HOST: 'algo-1',
    SM_CURRENT_INSTANCE_TYPE: 'ml.m5.large',
    SM_HOSTS: '["algo-1"]',
    SM_HPS: '{"eta":0.1,"flag":true,"k":3,"list":[1,"a"],"max_depth":6,"name":"plain","raw":"not json","small":1e-07}',
    SM_HP_ETA: '0.1',
    SM_HP_FLAG: 'true',
    SM_HP_MAX_DEPTH: '6',
    SM_HP_NAME: 'plain',
    SM_MODEL_DIR: '/opt/ml/model',
    SM_MODULE_DIR: 's3://bucket/code/sourcedir.tar.gz',
    SM_MODULE_NAME: 'train',
    SM_NUM_GPUS: '0',
    SM_OUTPUT_DATA_DIR: '/opt/ml/output/data',
    SM_USER_ENTRY_POINT: 'train.py',
    config: {
      hyperparameters: { max_depth: '6' },
      inputdataconfig: { train: { ContentType: 'text/csv', TrainingInputMode: 'File' } },
      resourceconfig: { current_host: 'algo-1' },
    },
  });
  expect(JSON.parse(seen.SM_TRAINING_ENV).hyperparameters.max_depth).toBe(6);
});

async function unpack(uri: string, name: string): Promise<string> {
  const folder = join(rig.folder, name);
  await unpackArchive(createReadStream(rig.pathOf(uri) ?? ''), folder);
  return folder;
}

test('metrics are found in the log; conditions read the final value', SLOW, async () => {
  await rig.putSource('s3://bucket/code/sourcedir.tar.gz', {
    'train.py': 'print("epoch 1 auc=0.5;")\nprint("epoch 2 auc=0.75;")\n',
  });
  const metrics = [
    { Name: 'auc', Regex: 'auc=([0-9.]+);' },
    { Name: 'none', Regex: 'never=(.*)' },
    { Name: 'bad', Regex: '(' },
  ];
  const read = (name: string) => ({ Get: `Steps.Train.FinalMetricDataList['${name}'].Value` });
  const gate = (name: string, metric: string) => ({
    Name: name,
    Type: 'Condition',
    Arguments: {
      Conditions: [{ Type: 'Equals', LeftValue: read(metric), RightValue: 0.75 }],
      IfSteps: [],
      ElseSteps: [],
    },
  });
  const run = await rig.run([training({ metrics }), gate('Good', 'auc'), gate('Missing', 'none')]);
  expect(run.events.filter((event) => event.type === 'metric-recorded').map(({ value }) => value)).toEqual([0.5, 0.75]);
  expect(run.summary.steps.map(({ status }) => status)).toEqual(['Succeeded', 'Succeeded', 'Failed']);
  expect(run.summary.steps[2]?.failureReason).toBe("Steps.Train.FinalMetricDataList['none'].Value has no value");
  expect(run.events.filter((event) => event.type === 'warning-raised').map(({ code }) => code)).toContain(
    'simulation/bad-metric-regex',
  );
});

test('/opt/ml/output/failure is the reason of a failure', SLOW, async () => {
  await rig.putSource('s3://bucket/code/sourcedir.tar.gz', {
    'train.py': 'open("/opt/ml/output/failure", "w").write("no labels")\nraise SystemExit(3)',
  });
  const run = await rig.run([training()]);
  expect(run.summary.steps[0]?.failureReason).toBe('AlgorithmError: no labels, exit code: 3');
});

test('a submit directory that is no archive fails the step', SLOW, async () => {
  rig.put('s3://bucket/code/sourcedir.tar.gz', 'no archive');
  const run = await rig.run([training()]);
  expect(run.summary.steps[0]?.failureReason).toMatch(
    /^ClientError: s3:\/\/bucket\/code\/sourcedir.tar.gz is no tar.gz archive: /,
  );
});
