import { spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Ending, launcher, runCommand, runProcess } from '../test/run-command.js';
import { listFiles, temporaryFolder } from '../test/try-out.js';

const app = fileURLToPath(new URL('..', import.meta.url));
const rule = 'use a-z, 0-9 and -, start with a letter, end with a letter or digit, at most 32 characters';
const elsewhere = 'choose a folder that does not exist yet, or an empty one.';
const options =
  'options are --name, --accounts, --region, --registry, --no-install, --yes, --json, --version and --help.';

/** A folder in which `npm` is this shell script and everything else is as usual. */
function fakeNpm(folder: string, script: string): Record<string, string> {
  const bin = join(folder, '.bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'npm'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(bin, 'npm'), 0o755);
  return { PATH: `${bin}:${process.env.PATH}` };
}

describe('bad input: exit code 2, one sentence, nothing on disk', () => {
  it.each([
    [[], 'DIR is missing: say where the project goes, for example "create-ml-project churn".'],
    [['--yes'], 'DIR is missing: say where the project goes, for example "create-ml-project churn".'],
    [['Churn Model!'], `"Churn Model!" cannot be a project name: ${rule}; try --name churn-model.`],
    [['a'.repeat(33)], `"${'a'.repeat(33)}" cannot be a project name: ${rule}; try --name ${'a'.repeat(32)}.`],
    [['churn', '--name', 'churn-'], `"churn-" cannot be a project name: ${rule}; try --name churn.`],
    [['churn', '--accounts', 'dev=12345'], '--accounts: dev=12345 is not an account id (12 digits).'],
    [['churn', '--region', 'mars'], '--region: "mars" is not the name of an AWS region, such as eu-west-1.'],
    [['churn', '--registry', 'prd'], '--registry: no environment "prd". Environments: dev, preprod, prod.'],
    [['a', 'b'], 'one folder at most, got "a" and "b".'],
    [['churn', '--nmae', 'x'], `unknown option '--nmae', did you mean --name; ${options}`],
    [['.'], 'this folder cannot be replaced while you are in it: go one up and name the folder instead.'],
  ])('%j', (args, sentence) => {
    const folder = temporaryFolder();
    const ending = runCommand(args, { folder });
    expect(ending).toEqual({ exitCode: 2, stdout: '', stderr: `create-ml-project: ${sentence}\n` });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('a folder with something in it, which stays as it is', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'churn'));
    writeFileSync(join(folder, 'churn/notes.txt'), 'mine');
    const { exitCode, stderr } = runCommand(['churn'], { folder });
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: `create-ml-project: churn is not empty (notes.txt): ${elsewhere}\n`,
    });
    expect(listFiles(folder)).toEqual(['churn/notes.txt']);
  });

  it('with --json the same as one document', () => {
    const folder = temporaryFolder();
    const { exitCode, stdout } = runCommand(['churn', '--json', '--template'], { folder });
    expect(exitCode).toBe(2);
    expect(JSON.parse(stdout)).toEqual({ ok: false, exitCode: 2, message: `unknown option '--template'; ${options}` });
  });
});

describe('a project', () => {
  it('is written once: a second run into it is refused and changes nothing', () => {
    const folder = temporaryFolder();
    expect(runCommand(['churn', '--yes', '--no-install'], { folder })).toMatchObject({ exitCode: 0, stderr: '' });
    const before = readFileSync(join(folder, 'churn/.create-ml-project.json'), 'utf8');
    const { version } = JSON.parse(before);
    const second = runCommand(['churn', '--yes', '--no-install'], { folder });
    expect(second).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `create-ml-project: churn is already a project of create-ml-project ${version}: ${elsewhere}\n`,
    });
    expect(readFileSync(join(folder, 'churn/.create-ml-project.json'), 'utf8')).toBe(before);
    expect(readdirSync(folder)).toEqual(['churn']);
  });

  it('is the same, byte for byte, wherever it is written', () => {
    const [first, second] = [temporaryFolder(), temporaryFolder()];
    for (const folder of [first, second]) runCommand(['churn', '--no-install'], { folder });
    expect(listFiles(second)).toEqual(listFiles(first));
    for (const path of listFiles(first)) {
      expect(readFileSync(join(second, path)).equals(readFileSync(join(first, path))), path).toBe(true);
    }
  });

  it('is described by --json, and by nothing else on standard output', () => {
    const folder = temporaryFolder();
    const { exitCode, stdout } = runCommand(['churn', '--json', '--no-install'], { folder });
    const document = JSON.parse(stdout);
    expect({ exitCode, ...document }).toMatchObject({
      exitCode: 0,
      ok: true,
      directory: join(folder, 'churn'),
      projectName: 'churn',
      installed: false,
      next: ['cd churn', 'npm install', 'npx nx dry-run churn', 'npx nx test churn', 'npx nx synth infra'],
    });
    expect(document.files).toEqual(listFiles(join(folder, 'churn')));
  });

  it('survives a failed installation, with the command that resumes it', () => {
    const folder = temporaryFolder();
    const environment = fakeNpm(folder, 'echo "npm error network is unreachable" >&2; exit 1');
    const { exitCode, stdout, stderr } = runCommand(['churn', '--yes'], { folder, environment });
    expect(exitCode).toBe(1);
    expect(stdout).toContain('npm error network is unreachable');
    expect(stderr).toBe(
      'create-ml-project: the project is written, but npm install failed: when its cause is gone, ' +
        'run "cd churn && npm install".\n',
    );
    expect(existsSync(join(folder, 'churn/package.json'))).toBe(true);
  });

  it('says what its own tools find wrong with it', () => {
    const folder = temporaryFolder();
    const script = 'case "$*" in *synth*) echo "AwsSolutions-S1 in infra/src/stack.ts" >&2; exit 1;; esac';
    const { exitCode, stdout, stderr } = runCommand(['churn'], { folder, environment: fakeNpm(folder, script) });
    expect(exitCode).toBe(1);
    expect(stdout).toContain('Checked models/churn/pipeline.yaml: 0 problems, 0 findings\n');
    expect(stdout).toContain('  AwsSolutions-S1 in infra/src/stack.ts');
    expect(stderr).toBe(
      'create-ml-project: the project is written and installed, but infra/ did not pass its check; the lines above say why.\n',
    );
  });

  it('says what is not checked when nothing is installed', () => {
    const { stdout } = runCommand(['churn', '--no-install'], { folder: temporaryFolder() });
    expect(stdout).toContain(
      'Skipped, because nothing is installed: the checks of models/churn/pipeline.yaml and infra/\n',
    );
  });

  it('depends on version ranges where no tarballs come along, as when published', () => {
    const folder = temporaryFolder();
    const published = join(folder, 'published');
    for (const part of ['package.json', 'bin', 'dist', 'templates']) {
      cpSync(join(app, part), join(published, part), { recursive: true, filter: (it) => !it.includes('/packages') });
    }
    const command = [process.execPath, join(published, 'bin/create-ml-project.js'), 'churn', '--no-install'];
    expect(runProcess(command, { folder })).toMatchObject({ exitCode: 0 });
    const { devDependencies } = JSON.parse(readFileSync(join(folder, 'churn/package.json'), 'utf8'));
    expect(devDependencies.millrace).toMatch(/^\^\d+\.\d+\.\d+$/);
    expect(existsSync(join(folder, 'churn/vendor'))).toBe(false);
  });
});

it('makes the project although the reader of its words goes away', () => {
  const folder = temporaryFolder();
  const script = `set -o pipefail; '${process.execPath}' '${launcher}' churn --no-install | head -c1`;
  const { exitCode, stderr } = runProcess(['bash', '-c', script], { folder });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(existsSync(join(folder, 'churn/package.json'))).toBe(true);
});

describe('a person who cancels', () => {
  /** Starts the command, sends Ctrl-C as soon as the condition holds, and waits for the end. */
  function interruptWhen(ready: () => boolean, command: readonly string[], folder: string): Promise<Ending> {
    const [program = '', ...args] = command;
    const child = spawn(program, args, {
      cwd: folder,
      env: { ...process.env, PATH: `${folder}/.bin:${process.env.PATH}` },
    });
    const watch = setInterval(() => {
      if (!ready()) return;
      clearInterval(watch);
      child.kill('SIGINT');
    }, 1);
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    return new Promise((resolve) => {
      child.once('close', (exitCode) => {
        resolve({ exitCode, stdout: '', stderr });
      });
    });
  }

  it('while files are written finds nothing on disk', async () => {
    const folder = temporaryFolder();
    const slow = slowApp(join(temporaryFolder(), 'app'));
    const ending = await interruptWhen(() => readdirSync(folder).length > 0, [process.execPath, slow, 'churn'], folder);
    expect(ending).toMatchObject({ exitCode: 130, stderr: 'create-ml-project: Cancelled, nothing was written.\n' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('while npm installs finds the whole project', async () => {
    const folder = temporaryFolder();
    fakeNpm(folder, 'touch started; exec sleep 30');
    const started = () => existsSync(join(folder, 'churn/started'));
    const ending = await interruptWhen(started, [process.execPath, launcher, 'churn'], folder);
    expect(ending).toMatchObject({
      exitCode: 130,
      stderr: 'create-ml-project: Cancelled; the project is written. To go on, run "cd churn && npm install".\n',
    });
    expect(existsSync(join(folder, 'churn/package.json'))).toBe(true);
  });

  /** The app with so many tarballs to copy that an interruption comes in time. */
  function slowApp(copy: string): string {
    for (const part of ['package.json', 'bin', 'dist', 'templates']) {
      cpSync(join(app, part), join(copy, part), { recursive: true, filter: (it) => !it.includes('/packages') });
    }
    const names = Array.from({ length: 400 }, (_, index) => `p${index}.tgz`);
    const packages = join(copy, 'dist/packages');
    mkdirSync(packages);
    for (const file of names) writeFileSync(join(packages, file), Buffer.alloc(1_000_000));
    const dependencies = names;
    const list = names.map((file) => ({ name: file, version: '1.0.0', file, dependencies: [] }));
    const first = { name: 'millrace', version: '1.0.0', file: names[0], dependencies };
    writeFileSync(join(packages, 'packages.json'), JSON.stringify([first, ...list]));
    return join(copy, 'bin/create-ml-project.js');
  }
});

describe('a person at a terminal', () => {
  /** Python's pty module gives the command a terminal; each answer is typed once its question is there. */
  function atTerminal(answers: Readonly<Record<string, string>>, args: string, folder: string): Ending {
    const script = [
      'import os, pty, sys',
      `answers = [(question.encode(), answer.encode()) for question, answer in ${JSON.stringify(Object.entries(answers))}]`,
      'def read(fd):',
      '    data = os.read(fd, 1024)',
      '    if answers and answers[0][0] in data: os.write(fd, answers.pop(0)[1])',
      '    return data',
      `sys.exit(os.waitstatus_to_exitcode(pty.spawn(["sh", "-c", "stty cols 120 rows 30; exec node $0 ${args}", ${JSON.stringify(launcher)}], read)))`,
    ].join('\n');
    const environment = { CI: '', TERM: 'xterm' };
    return runProcess(['python3', '-c', script], { folder, environment });
  }

  const open = { 'AWS region?': '\r', 'Accounts, as': '\r' };

  it('is asked for folder, region and accounts', () => {
    const folder = temporaryFolder();
    const where = { 'Where should the project go?': 'fraud\r', 'AWS region?': 'eu-west-1\r' };
    const answers = { ...where, 'Accounts, as': 'dev=111111111111,prod=222222222222\r' };
    const { exitCode, stdout } = atTerminal(answers, '--no-install', folder);
    expect(exitCode).toBe(0);
    const flags = '--region eu-west-1 --accounts dev=111111111111,prod=222222222222 --yes --no-install';
    expect(stdout).toMatch(new RegExp(`npx create-ml-project@\\S+ fraud ${flags}`));
    expect(existsSync(join(folder, 'fraud/models/fraud/pipeline.yaml'))).toBe(true);
  });

  it('is asked for a name when the folder gives none', () => {
    const folder = temporaryFolder();
    expect(atTerminal({ 'What is the name': 'fraud\r', ...open }, "'My Models' --no-install", folder).exitCode).toBe(0);
    expect(existsSync(join(folder, 'My Models/models/fraud/pipeline.yaml'))).toBe(true);
  });

  it('may cancel a question: exit code 130, nothing on disk', () => {
    const folder = temporaryFolder();
    expect(atTerminal({ 'AWS region?': '\r', 'Accounts, as': '\u0003' }, 'churn --no-install', folder).exitCode).toBe(
      130,
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is never asked under CI', () => {
    const folder = temporaryFolder();
    const ending = runProcess(
      [
        'python3',
        '-c',
        'import os,pty,sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))',
        process.execPath,
        launcher,
      ],
      { folder, environment: { CI: 'true' } },
    );
    expect(ending.exitCode).toBe(2);
    expect(ending.stdout).toContain('DIR is missing');
  });
});
