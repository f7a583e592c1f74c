import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { normalizeEvents } from '../../src/index.js';
import { input, output, ProcessRig, processing } from './process-rig.js';

let rig: ProcessRig;
beforeEach(() => {
  rig = new ProcessRig();
});
afterEach(() => rig.remove());

const SLOW = { timeout: 60_000 };

test('a script finds its inputs at /opt/ml, and what it writes is in S3 afterwards', SLOW, async () => {
  rig.put('s3://bucket/data/raw.csv', 'a,b\n1,2\n');
  rig.put('s3://bucket/data/more/raw2.csv', 'a,b\n3,4\n');
  rig.put(
    's3://bucket/code/script.py',
    `
import json, os, pathlib, sys
raw = pathlib.Path("/opt/ml/processing/input/raw")
names = sorted(str(p.relative_to(raw)) for p in raw.rglob("*") if p.is_file())
config = json.load(open("/opt/ml/config/processingjobconfig.json"))
hosts = json.load(open("/opt/ml/config/resourceconfig.json"))["hosts"]
out = pathlib.Path("/opt/ml/processing/output/result")
(out / "sub").mkdir()
(out / "sub" / "seen.json").write_text(json.dumps([names, sys.argv[1:], os.environ["DEPTH"], config["ProcessingJobName"][:10], hosts]))
`,
  );
  const steps = [
    processing('Prepare', {
      inputs: [input('raw', 's3://bucket/data')],
      outputs: [output('result')],
      arguments: ['--depth', '3'],
      Environment: { DEPTH: '3' },
    }),
  ];
  const run = await rig.run(steps);
  expect(run.summary).toMatchObject({ status: 'Succeeded', steps: [{ name: 'Prepare', status: 'Succeeded' }] });
  expect(JSON.parse(rig.read('s3://bucket/out/result/sub/seen.json') ?? '')).toEqual([
    ['more/raw2.csv', 'raw.csv'],
    ['--depth', '3'],
    '3',
    'pipelines-',
    ['algo-1'],
  ]);
});

test('an input that nobody has fails the step and names the flag', SLOW, async () => {
  rig.put('s3://bucket/code/script.py', 'pass');
  const run = await rig.run([processing('Prepare', { inputs: [input('raw', 's3://bucket/data/raw.csv')] })]);
  expect(run.summary.steps[0]?.failureReason).toBe(
    'ClientError: no object at s3://bucket/data/raw.csv (input "raw"); give it with --data s3://bucket/data/raw.csv=PATH',
  );
});

test('data of this machine stands for objects; the mapping wins over the data folder', SLOW, async () => {
  writeFileSync(join(rig.folder, 'mapped.csv'), 'mapped');
  rig.put('s3://bucket/code/script.py', 'print(open("/opt/ml/processing/input/raw/raw.csv").read())');
  const steps = [processing('Prepare', { inputs: [input('raw', 's3://bucket/data/raw.csv')] })];
  const run = await rig.run(steps, {
    data: [{ uri: 's3://bucket/data/raw.csv', path: join(rig.folder, 'mapped.csv') }],
    dataFolder: { uri: 's3://bucket/data/', path: rig.folder },
  });
  expect(rig.log(run, 'Prepare')).toBe('mapped\n');
});

test('a script that fails says why, and its outputs are not visible', SLOW, async () => {
  rig.put(
    's3://bucket/code/script.py',
    'open("/opt/ml/processing/output/result/half.csv", "w").write("x")\nprint("before")\nraise KeyError("age")',
  );
  const run = await rig.run([processing('Prepare', { outputs: [output('result')] })]);
  expect(run.summary).toMatchObject({
    status: 'Failed',
    steps: [{ failureReason: "AlgorithmError: KeyError: 'age', exit code: 1" }],
  });
  expect(rig.log(run, 'Prepare')).toMatch(/^before\nTraceback/);
  expect(rig.read('s3://bucket/out/result/half.csv')).toBeUndefined();
});

test('no credentials, endpoints or home folder of the user reach a script', SLOW, async () => {
  const secrets = {
    AWS_ACCESS_KEY_ID: 'AKIAX',
    AWS_SESSION_TOKEN: 't',
    AWS_ENDPOINT_URL: 'http://x',
    AWS_PROFILE: 'p',
    MY_TOKEN: 's',
  };
  const before = { ...process.env };
  Object.assign(process.env, secrets);
  try {
    rig.put(
      's3://bucket/code/script.py',
      'import os, json; print(json.dumps([sorted(k for k in os.environ if k.startswith("AWS_")), os.environ.get("MY_TOKEN"), os.listdir(os.path.expanduser("~"))]))',
    );
    const run = await rig.run([processing('Look')], { region: 'eu-west-1' });
    expect(JSON.parse(rig.log(run, 'Look'))).toEqual([
      ['AWS_DEFAULT_REGION', 'AWS_EC2_METADATA_DISABLED', 'AWS_REGION'],
      null,
      [],
    ]);
  } finally {
    process.env = before;
  }
});

test('a condition reads what a script wrote', SLOW, async () => {
  rig.put('s3://bucket/code/script.py', 'open("/opt/ml/processing/output/report/r.json", "w").write(\'{"auc": 0.9}\')');
  const evaluate = processing('Evaluate', {
    outputs: [output('report')],
    step: { PropertyFiles: [{ PropertyFileName: 'Report', OutputName: 'report', FilePath: 'r.json' }] },
  });
  const auc = { 'Std:JsonGet': { PropertyFile: { Get: 'Steps.Evaluate.PropertyFiles.Report' }, Path: 'auc' } };
  const register = { Name: 'Register', Type: 'RegisterModel', Arguments: { ModelPackageGroupName: 'Churn' } };
  const gate = {
    Name: 'Gate',
    Type: 'Condition',
    Arguments: {
      Conditions: [{ Type: 'GreaterThan', LeftValue: auc, RightValue: 0.8 }],
      IfSteps: [register],
      ElseSteps: [],
    },
  };
  const registered = [
    { step: 'Register', modelPackageGroup: 'Churn', version: 1, approvalStatus: 'PendingManualApproval' },
  ];
  expect((await rig.run([evaluate, gate])).summary).toMatchObject({ status: 'Succeeded', registered });
  expect((await rig.run([evaluate, gate])).summary.registered[0]?.version).toBe(2);
});

test('a step that a scenario gives a result for is not run', SLOW, async () => {
  const run = await rig.run([processing('Prepare')], { scenario: { steps: { Prepare: {} } } });
  expect(run.summary.status).toBe('Succeeded');
});

test('a program inside of an image is said to be there', SLOW, async () => {
  const run = await rig.run([
    { Name: 'Own', Type: 'Processing', Arguments: { AppSpecification: { ImageUri: 'own:1' } } },
  ]);
  expect(run.summary.steps[0]?.failureReason).toContain(
    'the program is inside of the image own:1; give its result in a scenario',
  );
});

test.each([
  ['Lambda', { FunctionArn: 'arn:aws:lambda:us-east-1:000000000000:function:f' }, 'it calls a function of AWS'],
  ['Callback', { SqsQueueUrl: 'https://sqs.us-east-1.amazonaws.com/000000000000/q' }, 'it waits for an answer'],
])('a %s step says why it cannot run here, and what to do', SLOW, async (type, members, why) => {
  const ask = { Name: 'Ask', Type: type, ...members, OutputParameters: [{ OutputName: 'x' }], Arguments: {} };
  const { summary } = await rig.run([ask]);
  expect(summary.status).toBe('Failed');
  expect(summary.steps[0]?.failureReason).toContain(why);
  expect(summary.steps[0]?.failureReason).toContain('give its result in a scenario');
  const given = await rig.run([ask], { scenario: { steps: { Ask: { returns: { x: 'y' } } } } });
  expect(given.summary.status).toBe('Succeeded');
});

test('a type that does not run here, and settings that a process cannot follow, are said', SLOW, async () => {
  rig.put('s3://bucket/code/script.py', 'pass');
  const ask = { Name: 'Ask', Type: 'QuantumSearch', Arguments: {} };
  const resources = { ClusterConfig: { InstanceCount: 2, InstanceType: 'ml.m5.large' } };
  const run = await rig.run([ask, processing('Wide', { ProcessingResources: resources })]);
  const codes = run.events
    .filter((event) => event.type === 'warning-raised')
    .map(({ step, code }) => `${step} ${code}`);
  expect(run.summary.status).toBe('Succeeded');
  expect(codes.sort()).toEqual([
    'Ask simulation/type-not-run',
    'Wide simulation/image-approximated',
    'Wide simulation/setting-not-honoured',
  ]);
});

test('two runs of the same scripts are equal but for times and the id of the execution', SLOW, async () => {
  rig.put('s3://bucket/code/script.py', 'open("/opt/ml/processing/output/result/x", "w").write("x")');
  const outputs = [output('result')];
  const steps = [processing('A', { outputs }), processing('B', { outputs })];
  const [one, two] = [await rig.run(steps), await rig.run(steps)];
  expect(normalizeEvents(one.events)).toEqual(normalizeEvents(two.events));
});
