import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repositoryRoot } from '../src/repository.js';
import { runProgram } from '../src/run-program.js';

const readme = readFileSync(join(repositoryRoot, 'README.md'), 'utf8');
const lines = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.trim().split('\n'));
const commands = lines.filter((line) => line.startsWith('npx millrace '));
const firstScreen = readme.split('\n').slice(0, 25).join('\n');

describe('the README', () => {
  test('says on its first screen how to see the main job and how to run all tests', () => {
    expect(firstScreen).toContain('npm ci && npm run demo');
    expect(firstScreen).toContain('npm test');
  });

  test('shows commands', () => {
    expect(commands.length).toBeGreaterThan(3);
  });

  test.each(commands)('%s', (command) => {
    const directory = mkdtempSync(join(tmpdir(), 'millrace-readme-'));
    cpSync(join(repositoryRoot, 'examples'), join(directory, 'examples'), { recursive: true });
    const launcher = join(repositoryRoot, 'apps/millrace/bin/millrace.js');
    const args = command.split(' ').slice(2);
    expect(runProgram({ program: process.execPath, args: [launcher, ...args], directory })).toMatchObject({
      exitCode: 0,
    });
  });
});
