import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { governanceDiagnostics } from '@millrace/governance-policies';
import { expect, it } from 'vitest';
import { checkDocument } from './documents.js';
import { newFolder, runCli } from './run-cli.js';
import { DEFINITION } from './samples.js';

type Files = Readonly<Record<string, string>>;

const config = (text: string): Files => ({ 'project.config.yaml': text });
const pack = (text: string): Files => ({ ...config('packs: [./pack.mjs]'), 'pack.mjs': text });
const RULE = `{ id: 'MR-NET-001', title: 't', checks: 'c', why: 'w', source: 's', fix: { kind: 'none', how: 'h' },
  profiles: { baseline: 'error' }, on: ['definition'], options: { safeParse() {}, shape: {} }, check() {}, checkTemplate() {} }`;
const FAILING = `id: 'ACME-A-1', options: { safeParse: () => ({ success: true, data: {} }), shape: {} },
  check() { throw new Error('no'); }`;
const entry = (text: string) => `  - { ${text}, reason: r, owner: o }\n`;
const ledger = (...entries: readonly string[]): Files => ({
  ...config('environments: {}'),
  'governance/exceptions.yaml': `exceptions:\n${entries.map(entry).join('')}`,
});
const EXCEPTION = 'rule: MR-PAR-001, path: definition.json, expires: 2026-12-31';
const template = (PipelineDefinition: object): Files => ({
  't.json': JSON.stringify({
    Resources: { P: { Type: 'AWS::SageMaker::Pipeline', Properties: { PipelineDefinition } } },
  }),
});

/** A project for each code of the rules, ledgers and packs; what is checked is `definition.json`, or `t.json`. */
const PROJECTS: Readonly<Record<string, Files>> = {
  'policy/unknown-rule': config('governance: { rules: { MR-NET-999: off } }'),
  'policy/bad-option': config('governance: { rules: { MR-NET-001: { most: 1 } } }'),
  'policy/unknown-pack': config('packs: [./no.mjs]'),
  'policy/pack-not-loaded': pack('throw new Error("no");'),
  'policy/no-pack': pack('export const rules = [{}];'),
  'policy/rule-failed': pack(`export const rules = [{ ...${RULE}, ${FAILING} }];`),
  'policy/duplicate-rule': pack(`export const rules = [${RULE}];`),
  'policy/bad-exception': ledger('rule: MR-PAR-001, path: definition.json'),
  'policy/exception-of-unknown-rule': ledger(EXCEPTION.replace('MR-PAR-001', 'MR-PAR-999')),
  'policy/duplicate-exception': ledger(EXCEPTION, EXCEPTION),
  'policy/expired-exception': ledger(EXCEPTION.replace('2026-12-31', '2026-01-01')),
  'policy/unused-exception': ledger(EXCEPTION),
  'policy/no-definition': template({ PipelineDefinitionBody: 'no JSON' }),
  'policy/unseen-definition': template({ PipelineDefinitionS3Location: { Bucket: 'b', Key: 'k' } }),
};

it('has a case for every code', () => {
  const codes = governanceDiagnostics.flatMap((group) => Object.values(group).map(({ code }) => code));
  expect(Object.keys(PROJECTS).sort()).toEqual(codes.sort());
});

it.each(Object.entries(PROJECTS))('%s', (code, files) => {
  const folder = newFolder();
  for (const [name, text] of Object.entries({ 'definition.json': DEFINITION, ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const words = ['check', 't.json' in files ? 't.json' : 'definition.json', '--today', '2026-06-01', '--json'];
  const { diagnostics } = checkDocument.parse(JSON.parse(runCli(words, { folder }).stdout));
  const told = diagnostics.find((each) => each.code === code);
  expect(told).toMatchObject({ file: expect.any(String), line: expect.any(Number) });
  expect(runCli(['explain', code], { folder })).toMatchObject({ exitCode: 0, stdout: expect.stringContaining(code) });
});
