import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GOVERNANCE_RULES, type GovernanceRule } from '@millrace/governance-policies';
import { expect, it } from 'vitest';
import { commandDiagnostics } from '../src/command-line/command-diagnostics.js';
import { compileDiagnostics } from '../src/compiling/compile-diagnostics.js';
import { runDiagnostics } from '../src/running/run-diagnostics.js';
import { explainDocument } from './documents.js';
import { newFolder, runCli } from './run-cli.js';
import { SPEC } from './samples.js';

/** A command line for each code of the app's own; the files that they name are made below. */
const LINES: Readonly<Record<string, string>> = {
  'command/missing-command': '',
  'command/unknown-command': 'validat',
  'command/unknown-option': 'validate --nope',
  'command/wrong-arguments': 'validate',
  'command/bad-option-value': 'graph spec.yaml --format pdf',
  'command/not-supported-yet': 'dry-run spec.yaml --launcher container',
  'command/missing-file': 'validate no.yaml',
  'command/not-a-file': 'validate folder',
  'command/unreadable-file': 'validate spec.yaml/below-a-file',
  'command/unwritable-output': 'compile spec.yaml -o no/out.json',
  'command/unknown-code': 'explain no/such-code',
  'definition/unbound-deploy-value': 'compile spec.yaml --require-bound',
  'simulation/condition-undecided': 'dry-run spec.yaml --fail-on-undecided',
  'simulation/invented-deploy-value': 'dry-run open.yaml',
};

// Tested beside the other bugs of ours: it takes a broken bundle.
const ELSEWHERE = ['command/internal-error'];

it('has a case for every code', () => {
  const groups = [commandDiagnostics, compileDiagnostics, runDiagnostics];
  const codes = groups.flatMap((group) => Object.values(group).map(({ code }) => code));
  expect([...Object.keys(LINES), ...ELSEWHERE].sort()).toEqual(codes.sort());
});

it.each(Object.entries(LINES))('%s: millrace %s', (code, line) => {
  const folder = newFolder();
  mkdirSync(join(folder, 'folder'));
  writeFileSync(join(folder, 'spec.yaml'), SPEC);
  writeFileSync(join(folder, 'open.yaml'), SPEC.replace('s3://test-bucket/raw.csv', '{{context:raw}}'));
  const words = line.split(' ').filter((word) => word !== '');
  const { stdout } = runCli([...words, '--json'], { folder });
  expect(JSON.parse(stdout).diagnostics.map((each: { code: string }) => each.code)).toContain(code);
  expect(runCli(['explain', code], { folder })).toMatchObject({ exitCode: 0, stdout: expect.stringContaining(code) });
});

it('a rule is explained by all codes that answer it', () => {
  const { exitCode, stdout } = runCli(['explain', 'R5', '--json']);
  expect(exitCode).toBe(0);
  const codes = JSON.parse(stdout).codes.map((each: { code: string }) => each.code);
  expect(codes).toEqual(expect.arrayContaining(['definition/no-steps', 'graph/too-many-steps']));
});

it.each(['MR-NET-001', 'policy/MR-NET-001', 'mr-net-001'])(
  'the rule of governance %s is explained in its own texts',
  (given) => {
    const { exitCode, stdout } = runCli(['explain', given]);
    expect(exitCode).toBe(0);
    const { title, checks, why, fix, source } = ruleOf('MR-NET-001');
    for (const text of [title, checks, why, fix.how, source, 'regulated: error']) expect(stdout).toContain(text);
  },
);

it('rules of governance are told to machines too, with their options', () => {
  const { codes, rules } = explainDocument.parse(JSON.parse(runCli(['explain', 'MR-IMG-003', '--json']).stdout));
  expect(codes).toEqual([]);
  expect(rules).toMatchObject([{ code: 'policy/MR-IMG-003', id: 'MR-IMG-003', options: [{ name: 'registries' }] }]);
});

it('a misspelt rule is answered with a near one', () => {
  const { exitCode, stderr } = runCli(['explain', 'MR-NTE-001']);
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining('did you mean MR-NET-001?')]);
});

it('without a code, codes and rules are listed by area', () => {
  const { stdout } = runCli(['explain']);
  explainDocument.parse(JSON.parse(runCli(['explain', '--json']).stdout));
  for (const { id } of GOVERNANCE_RULES) expect(stdout).toContain(id);
  expect(stdout).toMatch(/^policy: network\n {2}MR-NET-001 +error +jobs and models run in a VPC/m);
  expect(stdout).toMatch(/^policy\n(?: {2}.*\n)* {2}bad-option /m);
});

it('rules of the packs of a project are explained in it', () => {
  const folder = newFolder();
  const rule = { ...ruleOf('MR-RES-001'), id: 'ACME-RES-001', title: 'jobs of ACME end' };
  const { options: _, check: __, checkTemplate: ___, ...texts } = rule;
  const pack = `import { defineRule } from '@millrace/governance-policies';
    export const rules = [defineRule({ ...${JSON.stringify(texts)}, subjects: () => [], judge: () => [] })];`;
  writeFileSync(join(folder, 'project.config.yaml'), 'packs: [./rules.mjs]\nenvironments: {}\n');
  writeFileSync(join(folder, 'rules.mjs'), pack);
  mkdirSync(join(folder, 'node_modules'));
  const installed = fileURLToPath(new URL('../../../node_modules/@millrace', import.meta.url));
  symlinkSync(installed, join(folder, 'node_modules/@millrace'), 'junction');
  expect(runCli(['explain', 'ACME-RES-001'], { folder }).stdout).toContain('jobs of ACME end');
  expect(runCli(['explain'], { folder }).stdout).toMatch(/ACME-RES-001 +\w+ +jobs of ACME end/);
  expect(runCli(['explain', 'ACME-RES-001'])).toMatchObject({ exitCode: 2 });
});

function ruleOf(id: string): GovernanceRule {
  const found = GOVERNANCE_RULES.find((rule) => rule.id === id);
  if (found === undefined) throw new Error(`there is no rule ${id}`);
  return found;
}
