import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCommand } from '../../src/python/run-command.js';
import { ProcessRig } from './process-rig.js';

const REQUIREMENT = 'iniconfig==2.0.0';
const SLOW = { timeout: 180_000 };

let rig: ProcessRig;
let environments: string;
beforeEach(() => {
  rig = new ProcessRig();
  environments = mkdtempSync(join(tmpdir(), 'millrace-environments-'));
});
afterEach(() => {
  rig.remove();
  rmSync(environments, { recursive: true });
});

// The answer of the interpreter lies there too.
function listEnvironments(): string[] {
  return readdirSync(environments).filter((name) => !name.startsWith('python-'));
}

async function canInstall(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-pip-'));
  const { exitCode } = await runCommand([
    'python3',
    '-m',
    'pip',
    'download',
    '--quiet',
    '--no-deps',
    '-d',
    folder,
    REQUIREMENT,
  ]);
  rmSync(folder, { recursive: true });
  return exitCode === 0;
}

function step(name: string, isolated: boolean) {
  const code = {
    InputName: 'code',
    S3Input: { S3Uri: 's3://bucket/code', LocalPath: '/opt/ml/processing/input/code' },
  };
  return {
    Name: name,
    Type: 'Processing',
    Arguments: {
      AppSpecification: {
        ImageUri: 'image',
        ContainerEntrypoint: ['/bin/bash', '/opt/ml/processing/input/code/start.sh'],
      },
      ProcessingInputs: [code],
      NetworkConfig: { EnableNetworkIsolation: isolated },
    },
  };
}

test(
  'requirements are installed once, and a start script that installs them finds them even without network',
  SLOW,
  async (context) => {
    if (!(await canInstall())) return context.skip('not run: no package index can be reached');
    rig.put('s3://bucket/code/requirements.txt', `# pinned\n${REQUIREMENT}\n`);
    rig.put(
      's3://bucket/code/start.sh',
      'set -e\ncd "$(dirname "$0")"\npip install -r requirements.txt\npip list\npython3 script.py\n',
    );
    rig.put('s3://bucket/code/script.py', 'import iniconfig; print(iniconfig.__name__)');
    const progress: string[] = [];
    const listener = { onProgress: (_: string, line: string) => progress.push(line) };
    const run = await rig.run(
      [step('One', true), step('Two', false)],
      { environmentsDirectory: environments },
      listener,
    );
    expect(run.summary.status).toBe('Succeeded');
    expect(rig.log(run, 'One')).toMatch(
      /^Requirements already satisfied: requirements.txt\n[\s\S]*iniconfig +2.0.0\n[\s\S]*\niniconfig\n$/,
    );
    expect(progress.filter((line) => line.startsWith('installing requirements'))).toHaveLength(1);
    expect(listEnvironments()).toHaveLength(2);
    await rig.run([step('One', true)], { environmentsDirectory: environments }, listener);
    expect(progress.filter((line) => line.startsWith('installing requirements'))).toHaveLength(1);
  },
);

test('requirements inside of a packed source folder of the SDK are installed too', SLOW, async (context) => {
  if (!(await canInstall())) return context.skip('not run: no package index can be reached');
  await rig.putSource('s3://bucket/code/sourcedir.tar.gz', {
    'requirements.txt': `${REQUIREMENT}\n`,
    'script.py': 'import iniconfig',
  });
  rig.put(
    's3://bucket/code/start.sh',
    'set -e\ncd "$(dirname "$0")"\ntar -xzf sourcedir.tar.gz\npython3 -m pip install --disable-pip-version-check -r requirements.txt\npython3 script.py\n',
  );
  const run = await rig.run([step('One', true)], { environmentsDirectory: environments });
  expect(run.summary.status).toBe('Succeeded');
  expect(rig.log(run, 'One')).toBe('Requirements already satisfied: requirements.txt\n');
});

test('requirements that do not exist fail the step and leave nothing', SLOW, async () => {
  rig.put('s3://bucket/code/requirements.txt', 'no-such-package-of-anybody @ file:///no/such/file.whl\n');
  rig.put('s3://bucket/code/start.sh', 'true');
  const run = await rig.run([step('One', false)], { environmentsDirectory: environments });
  expect(run.summary.steps[0]?.failureReason).toMatch(/^ClientError: requirements could not be installed: /);
  expect(listEnvironments()).toEqual([]);
});
