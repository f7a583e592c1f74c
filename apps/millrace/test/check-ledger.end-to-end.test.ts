import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { checkDocument } from './documents.js';
import { newFolder, runCli } from './run-cli.js';

const SPEC = `projectName: churn
nag_suppressions:
  by_path:
    - path: /JobRole/DefaultPolicy/Resource
      suppressions: [{ id: AwsSolutions-IAM5, reason: Jobs write logs }]
pipeline:
  steps:
    - name: Prepare
      type: Processing
      retry: transient
      processing:
        imageUri: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/p:latest
        instanceType: ml.m5.large
        maxRuntime: 1h
`;

function project(expires: string, rule = 'MR-IMG-002'): string {
  const folder = newFolder();
  const entry = `{ rule: ${rule}, path: "models/*/pipeline.yaml#Prepare", reason: Being moved, owner: platform, expires: ${expires} }`;
  const pinned = `{ rule: MR-IMG-001, path: models/a/pipeline.yaml, reason: Being moved, owner: platform, expires: 2030-01-01 }`;
  const files = {
    'project.config.yaml': 'owners: [data-team]\nenvironments: {}\n',
    'governance/exceptions.yaml': `exceptions:\n  - ${pinned}\n  - ${entry}\n`,
    'models/a/pipeline.yaml': SPEC,
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

function check(folder: string, ...words: readonly string[]) {
  const { exitCode, stdout } = runCli(['check', ...words, '--today', '2026-12-01', '--json'], { folder });
  return { exitCode, ...checkDocument.parse(JSON.parse(stdout)) };
}

it('excuses findings until a day', () => {
  const folder = project('2026-12-01');
  const { exitCode, findings, exceptions } = check(folder, '--all');
  expect({ exitCode, findings }).toEqual({ exitCode: 0, findings: [] });
  expect(exceptions).toMatchObject([
    { rule: 'MR-IMG-001', state: 'holds', line: 2 },
    { rule: 'MR-IMG-002', state: 'holds', daysLeft: 0, findings: [{ rule: 'MR-IMG-002', line: 12 }] },
  ]);
  expect(
    runCli(['check', 'pipeline.yaml', '--today', '2026-12-01'], { folder: join(folder, 'models/a') }),
  ).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(/^ok: no findings in .*; 2 findings excused by the ledger\)\n$/),
  });
});

it('says nothing of exceptions where the rules could not be asked', () => {
  const folder = project('2026-12-01');
  writeFileSync(join(folder, 'models/a/pipeline.yaml'), SPEC.replace('imageUri', 'imageUrl'));
  const { exitCode, exceptions, diagnostics } = check(folder, '--all');
  expect(exitCode).toBe(1);
  expect(diagnostics.map(({ code }) => code)).not.toContain('policy/unused-exception');
  expect(exceptions.map(({ state }) => state)).toEqual(['not-judged', 'not-judged']);
  const { stdout } = runCli(['check', '--all', '--format', 'junit'], { folder });
  expect(stdout).not.toContain('MR-IMG-002');
});

it('fails on expired and on unused exceptions', () => {
  const expired = check(project('2026-11-30'), 'models/a');
  expect(expired.exitCode).toBe(1);
  expect(expired.findings.map(({ rule }) => rule)).toEqual(['MR-IMG-002']);
  expect(expired.diagnostics).toMatchObject([{ code: 'policy/expired-exception', line: 3 }]);
  const unused = check(project('2027-01-01', 'MR-RES-001'), 'models/a');
  expect(unused).toMatchObject({ exitCode: 1, findings: [{ rule: 'MR-IMG-002' }] });
  expect(unused.diagnostics).toMatchObject([{ code: 'policy/unused-exception' }]);
});

it('fails on a ledger that cannot be understood, where it stands', () => {
  const { exitCode, diagnostics } = check(project('soon'), 'models/a');
  expect(exitCode).toBe(1);
  expect(diagnostics).toMatchObject([{ code: 'policy/bad-exception', line: 3 }]);
});

it('explains the ledger, and offers entries for what specs suppress', () => {
  const { exitCode, stdout } = runCli(['check', '--explain-exceptions', '--today', '2026-12-01'], {
    folder: project('2026-12-31'),
  });
  expect(exitCode).toBe(0);
  expect(stdout).toContain('MR-IMG-002 at models/*/pipeline.yaml#Prepare\n  why:   Being moved\n  owner: platform');
  expect(stdout).toMatch(/pasted below "exceptions:":\n {2}- rule: AwsSolutions-IAM5\n/);
  expect(stdout).toContain('    owner: data-team\n');
  expect(stdout).toMatch(/\n\nok: no findings in models\/a\/pipeline\.yaml/);
});

it('takes a day of the calendar', () => {
  const { exitCode, stderr } = runCli(['check', '--all', '--today', '2026-02-30'], { folder: project('2026-12-31') });
  expect({ exitCode, stderr }).toEqual({
    exitCode: 2,
    stderr: 'millrace: --today: "2026-02-30" is no day\n  write it as 2026-12-31\n',
  });
});
