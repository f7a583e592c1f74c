import type { ManagedFile } from '../managed-file.js';

export const runPython: ManagedFile = {
  render: () => ({ 'tools/run-python.mjs': script }),
};

/**
 * Text and not a function of this package: a scaffolded project runs it before anything but Node is there. The test
 * beside this file runs it against a real Python.
 */
const script = `// Managed by create-ml-project.
//
//   node tools/run-python.mjs REQUIREMENTS ARGUMENTS...
//
// runs Python with the arguments in an environment that holds exactly what REQUIREMENTS lists. The environment is made
// once per content of that file and version of Python, in .venv/; delete that folder at any time.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const environments = join(dirname(fileURLToPath(import.meta.url)), '..', '.venv');
const [requirements, ...pythonArguments] = process.argv.slice(2);
const python = findPython();
process.exitCode = run(pythonIn(environmentFor(requirements)), pythonArguments);

function findPython() {
  for (const command of ['python3', 'python']) {
    const asked = spawnSync(command, ['-c', 'import sys; print(sys.version_info >= (3, 10), sys.version)']);
    if (asked.status === 0 && String(asked.stdout).startsWith('True')) return { command, version: String(asked.stdout) };
  }
  fail('Python 3.10 or newer is needed, and neither python3 nor python is that.');
}

function environmentFor(file) {
  const environment = join(environments, createHash('sha256').update(python.version + textOf(file)).digest('hex').slice(0, 16));
  if (!existsSync(environment)) make(environment, file);
  return environment;
}

// With the files that it includes: they decide what gets installed, too.
function textOf(file) {
  const text = readFileSync(file, 'utf8');
  const included = [...text.matchAll(/^-r\\s+(.+?)\\s*$/gm)].map(([, name]) => textOf(join(dirname(file), name)));
  return [text, ...included].join('\\n');
}

// Made under another name and then renamed: an interrupted installation never looks like a complete one.
function make(environment, file) {
  console.error('Installing ' + file + ' (once) ...');
  const draft = environment + '.' + process.pid;
  mkdirSync(environments, { recursive: true });
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--requirement', file];
  const made = run(python.command, ['-m', 'venv', draft]) === 0 && run(pythonIn(draft), pip) === 0;
  if (made && !existsSync(environment)) renameSync(draft, environment);
  rmSync(draft, { recursive: true, force: true });
  if (!made) fail('The environment for ' + file + ' could not be made; the lines above say why.');
}

function pythonIn(environment) {
  return process.platform === 'win32' ? join(environment, 'Scripts', 'python.exe') : join(environment, 'bin', 'python');
}

function run(command, args) {
  return spawnSync(command, args, { stdio: 'inherit' }).status ?? 1;
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
`;
