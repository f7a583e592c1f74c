import { join } from 'node:path';
import { describeRule } from '@millrace/governance-policies';
import { expect, test } from 'vitest';
import { rules } from '../../../examples/governance/acme-rules/src/index.js';
import { repositoryRoot } from '../repository.js';
import { runProgram } from '../run-program.js';

// The pack of rules that the guide shows.
const folder = join(repositoryRoot, 'examples/governance/acme-rules');

test('its own tests pass, as its authors run them', () => {
  const args = ['--import', 'tsx', '--conditions=@millrace/source', '--test', 'src/jobs-take-few-machines.test.ts'];
  const { exitCode, stdout } = runProgram({ program: process.execPath, args, directory: folder });
  expect(stdout).toMatch(/^# pass 2$/m);
  expect(exitCode).toBe(0);
});

test('its rules are described like those of Millrace', () => {
  expect(rules.map(describeRule)).toMatchObject([
    {
      id: 'ACME-CST-001',
      area: 'cost',
      on: ['definition'],
      options: [{ name: 'most', takes: 'a whole number above 0', initial: 4 }],
    },
  ]);
});
