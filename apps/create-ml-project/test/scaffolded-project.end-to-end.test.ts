import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ending, runCommand, runProcess } from './run-command.js';
import { listFiles } from './try-out.js';

/** The longest name that is allowed, so that every place that it goes to must bear it. */
const longest = 'customer-churn-north-america-all';

let folder: string;
let project: string;
let scaffolded: Ending;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scaffolded-project-'));
  const accounts = 'dev=111111111111,preprod=222222222222,prod=333333333333';
  scaffolded = runCommand([longest, '--yes', '--accounts', accounts, '--region', 'eu-west-1'], { folder });
  project = join(folder, longest);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(command: string): Ending {
  return runProcess(command.split(' '), { folder: project });
}

/** Nobody's credentials, and a network that leads nowhere. */
const nowhere = {
  ...Object.fromEntries(
    ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy'].map((it) => [it, 'http://127.0.0.1:9']),
  ),
  ...{ AWS_PROFILE: '', AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', AWS_REGION: '', AWS_DEFAULT_REGION: '' },
  ...{ AWS_CONFIG_FILE: '/nowhere', AWS_SHARED_CREDENTIALS_FILE: '/nowhere', AWS_EC2_METADATA_DISABLED: 'true' },
};

function synthesize(): Ending {
  const command = 'npx nx synth infra --output-style=static';
  return runProcess(command.split(' '), { folder: project, environment: nowhere });
}

const pipeline = `models/${longest}/pipeline.yaml`;

describe('a project right after scaffolding, with no edit', () => {
  it('is handed over installed and checked', () => {
    expect(scaffolded).toMatchObject({ exitCode: 0, stderr: '' });
    expect(scaffolded.stdout).toContain(`Checked ${pipeline}: 0 problems, 0 findings`);
    expect(scaffolded.stdout).toContain('Checked infra/: templates for dev, preprod, prod, 0 findings');
  });

  it('tells editors where the schema of its pipeline lies', () => {
    const [, schema = ''] = /\$schema=(\S+)/.exec(readFileSync(join(project, pipeline), 'utf8')) ?? [];
    const { properties } = JSON.parse(readFileSync(join(project, dirname(pipeline), schema), 'utf8'));
    expect(properties).toHaveProperty('pipeline');
  });

  it('has a package.json that npm leaves as it is', () => {
    const before = readFileSync(join(project, 'package.json'), 'utf8');
    expect(run('npm install --no-audit --no-fund').exitCode).toBe(0);
    expect(readFileSync(join(project, 'package.json'), 'utf8')).toBe(before);
  });

  it('passes its checks and its unit tests, those of its infrastructure included', () => {
    const { exitCode, stdout } = run('npx nx run-many -t validate check test graph --output-style=static');
    expect(stdout).toContain('26 passed');
    expect(stdout).toMatch(/# pass [1-9]/);
    expect(stdout).toContain('flowchart');
    expect(stdout).toContain(`no findings in ${pipeline}`);
    expect(exitCode).toBe(0);
  });

  it('runs its pipeline with its real scripts, and the good model waits for approval', () => {
    expect(run(`npx nx dry-run ${longest}`)).toMatchObject({ exitCode: 0 });
    const { exitCode, stdout } = run(`npx millrace dry-run ${pipeline} --launcher process --json`);
    const { status, steps, registered } = JSON.parse(stdout);
    expect({ exitCode, status }).toEqual({ exitCode: 0, status: 'Succeeded' });
    expect(statuses(steps)).toMatchObject({ Preprocess: 'Succeeded', Train: 'Succeeded', Evaluate: 'Succeeded' });
    expect(registered).toEqual([
      expect.objectContaining({ modelPackageGroup: longest, approvalStatus: 'PendingManualApproval' }),
    ]);
  });

  it('registers nothing when the model is not good enough', () => {
    const { exitCode, stdout } = run(`npx millrace dry-run ${pipeline} --launcher process -p MinAuc=0.999 --json`);
    const { status, steps, registered } = JSON.parse(stdout);
    expect({ exitCode, status, registered }).toEqual({ exitCode: 1, status: 'Failed', registered: [] });
    expect(steps).toContainEqual(expect.objectContaining({ name: 'TooWeak', status: 'Failed' }));
  });

  it('makes templates of all environments, with no credentials and no network, and again from the cache', () => {
    rmSync(join(project, 'cdk.out'), { recursive: true });
    expect(synthesize()).toMatchObject({ exitCode: 0 });
    const files = readdirSync(join(project, 'cdk.out')).filter((it) => it.endsWith('.template.json'));
    expect(files.sort()).toEqual(['dev', 'preprod', 'prod'].map((it) => `${longest}-${it}.template.json`));
    rmSync(join(project, 'cdk.out'), { recursive: true });
    expect(synthesize().stdout).toContain('local cache');
    expect(readdirSync(join(project, 'cdk.out'))).toEqual(expect.arrayContaining(files));
  });

  it('lets the accounts of the other environments read models, and nobody else', () => {
    const [policy = ''] = propertiesOf('dev', 'AWS::SageMaker::ModelPackageGroup', 'ModelPackageGroupPolicy');
    expect(accountsIn(policy)).toEqual(['222222222222', '333333333333']);
    expect(policy).not.toContain('UpdateModelPackage');
    const buckets = propertiesOf('dev', 'AWS::S3::BucketPolicy', 'PolicyDocument').join();
    expect(accountsIn(buckets)).toEqual(expect.arrayContaining(['222222222222', '333333333333']));
    for (const environment of ['preprod', 'prod']) {
      expect(propertiesOf(environment, 'AWS::SageMaker::Pipeline', 'PipelineName')).toEqual([]);
      const [name] = propertiesOf(environment, 'AWS::IAM::Role', 'RoleName');
      expect(name).toContain('millrace-model-exec-');
      const [reading = ''] = propertiesOf(environment, 'AWS::IAM::ManagedPolicy', 'PolicyDocument');
      expect(reading).toContain(`:sagemaker:eu-west-1:111111111111:model-package/${longest}/*`);
    }
  });

  it('calls what holds data and models as every version did: under another name it would be made anew', () => {
    const { Resources } = readJson(join(project, `cdk.out/${longest}-dev.template.json`));
    const kept = Object.entries<{ Type: string; DeletionPolicy?: string }>(Resources)
      .filter(([, { DeletionPolicy, Type }]) => DeletionPolicy === 'Retain' && Type !== 'AWS::S3::BucketPolicy')
      .map(([id]) => id);
    const name = longest.replaceAll('-', '');
    expect(kept.sort()).toEqual([
      'ArtifactsAccessLogs4D97777C',
      'ArtifactsBucket88671897',
      'ArtifactsKeyA4B22E2B',
      `Pipeline${name}Registry${name}GroupC9927667`,
    ]);
    const bucket = `"${longest}-111111111111-eu-west-1-an"`;
    expect(propertiesOf('dev', 'AWS::S3::Bucket', 'BucketName')).toContain(bucket);
    expect(propertiesOf('dev', 'AWS::SageMaker::ModelPackageGroup', 'ModelPackageGroupName')).toEqual([`"${longest}"`]);
  });

  it('knows what its templates depend on', () => {
    const affected = (file: string) => run(`npx nx show projects --affected --files=${file}`).stdout.trim().split('\n');
    expect(affected(pipeline).sort()).toEqual(['infra', longest].sort());
    for (const file of ['project.config.yaml', 'governance/exceptions.yaml']) {
      expect(affected(file).sort()).toEqual(['infra', longest].sort());
    }
    expect(affected('README.md')).toEqual(['']);
  });

  it('has the feature flags of the CDK that it begins with', () => {
    const flags = readJson(join(project, 'node_modules/aws-cdk-lib/recommended-feature-flags.json'));
    expect(readJson(join(project, 'cdk.json')).context).toEqual({ 'cli-telemetry': false, ...flags });
  });

  it('goes red when its pipeline gets worse, and green when its owner takes that on him for a while', () => {
    const check = () => run(`npx nx check ${longest} --output-style=static`);
    const [spec, ledger] = [join(project, pipeline), join(project, 'governance/exceptions.yaml')];
    const [good, empty] = [spec, ledger].map((file) => readFileSync(file, 'utf8')) as [string, string];
    writeFileSync(spec, good.replace('PendingManualApproval', 'Approved'));
    expect(check()).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('policy/MR-REG-001') });
    const entry = `  - rule: MR-REG-001\n    path: ${pipeline}#Register\n    reason: a trial\n    owner: me\n    expires: `;
    writeFileSync(ledger, `exceptions:\n${entry}2999-12-31\n`);
    expect(check()).toMatchObject({ exitCode: 0 });
    writeFileSync(ledger, `exceptions:\n${entry}2026-01-31\n`);
    expect(check()).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('policy/expired-exception') });
    writeFileSync(spec, good);
    writeFileSync(ledger, `exceptions:\n${entry}2999-12-31\n`);
    expect(check()).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('policy/unused-exception') });
    writeFileSync(ledger, empty);
    expect(check()).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('read the output from the cache') });
  });

  it('goes red when its infrastructure gets worse', () => {
    const stack = join(project, 'infra/src/stack.ts');
    const good = readFileSync(stack, 'utf8');
    const bucket = "import { Bucket } from 'aws-cdk-lib/aws-s3';\n";
    writeFileSync(stack, `${bucket}${good.replace(/(super\(.*\);)/, "$1\n    new Bucket(this, 'Open');")}`);
    const synthesized = synthesize();
    expect(synthesized.exitCode).toBe(1);
    expect(synthesized.stdout).toContain('AwsSolutions-S1');
    writeFileSync(stack, good.replace('new MlPipeline(', 'new (class { constructor(..._: unknown[]) {} })('));
    expect(run('npx nx test infra').exitCode).toBe(1);
    writeFileSync(stack, good);
  });

  it('is one account as long as none is filled in', () => {
    const config = join(project, 'project.config.yaml');
    const filled = readFileSync(config, 'utf8');
    runCommand([`open/${longest}`, '--no-install', '--registry', 'prod'], { folder });
    cpSync(join(folder, 'open', longest, 'project.config.yaml'), config);
    expect(synthesize()).toMatchObject({ exitCode: 0 });
    expect(propertiesOf('prod', 'AWS::SageMaker::ModelPackageGroup', 'ModelPackageGroupName')).toEqual([
      `"${longest}"`,
    ]);
    expect(propertiesOf('dev', 'AWS::SageMaker::ModelPackageGroup', 'ModelPackageGroupName')).toEqual([]);
    expect(accountsIn(propertiesOf('prod', 'AWS::S3::BucketPolicy', 'PolicyDocument').join())).toEqual([]);
    expect(run('npx nx test infra').exitCode).toBe(0);
    writeFileSync(config, filled);
  });

  it('keeps nothing in git that a run leaves behind', () => {
    const ignored = runProcess(['git', 'init', '--quiet'], { folder: project });
    expect(ignored.exitCode).toBe(0);
    const { stdout } = run('git status --porcelain --untracked-files=all');
    const untracked = stdout
      .trim()
      .split('\n')
      .map((line) => line.slice(3))
      .sort();
    const state = JSON.parse(readFileSync(join(project, '.create-ml-project.json'), 'utf8'));
    const written = [...Object.keys(state.managed), ...Object.keys(state.owned), '.create-ml-project.json'];
    const tarballs = listFiles(join(project, 'vendor')).map((path) => `vendor/${path}`);
    expect(untracked).toEqual([...written, ...tarballs, 'package-lock.json'].sort());
  });

  it('survives being moved: a clean installation finds its tarballs', () => {
    const moved = join(folder, 'moved');
    renameSync(project, moved);
    project = moved;
    rmSync(join(project, 'node_modules'), { recursive: true });
    expect(run('npm ci --no-audit --no-fund')).toMatchObject({ exitCode: 0 });
    expect(run(`npx millrace validate ${pipeline}`)).toMatchObject({ exitCode: 0 });
    expect(synthesize()).toMatchObject({ exitCode: 0 });
  });
});

/** One property of all resources of a type in the template of an environment, as JSON text. */
function propertiesOf(environment: string, type: string, property: string): string[] {
  const { Resources } = readJson(join(project, `cdk.out/${longest}-${environment}.template.json`));
  return Object.values<{ Type: string; Properties: Record<string, unknown> }>(Resources)
    .filter(({ Type }) => Type === type)
    .map(({ Properties }) => JSON.stringify(Properties[property]));
}

/** The accounts that a policy admits, or whose roles it speaks of. */
function accountsIn(text: string): string[] {
  return [...new Set(text.match(/(?<=:iam::)\d{12}/g))].sort();
}

function readJson(path: string) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function statuses(steps: readonly { name: string; status: string }[]): Record<string, string> {
  return Object.fromEntries(steps.map((step) => [step.name, step.status]));
}
