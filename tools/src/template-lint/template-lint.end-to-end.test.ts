import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptedByCfnLint, acceptedByCheckov } from './accepted-findings.js';
import { findLinters, type Linters } from './find-linters.js';
import { judgeFindings } from './judge-findings.js';
import type { LintFinding } from './lint-finding.js';
import { runCfnLint } from './run-cfn-lint.js';
import { runCheckov } from './run-checkov.js';
import { CANARY_FILE, type Templates, writeTemplates } from './templates.js';

const linters = await findLinters();

describe('the templates of all examples', () => {
  if ('obstacle' in linters) test.skip(`not run: ${linters.obstacle}`);
  else defineTests(linters);
});

function defineTests({ python, cfnLint, checkov }: Exclude<Linters, { obstacle: string }>): void {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-lint-'));
  let templates: Templates;

  beforeAll(() => {
    templates = writeTemplates(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('cfn-lint finds nothing in them, and the error in the canary', () => {
    const { canary, others } = apart(runCfnLint(cfnLint, templates));
    expect(canary).toContain('E3012');
    expect(judgeFindings(others, acceptedByCfnLint)).toEqual({ open: [], unused: [] });
  });

  test('checkov finds nothing in them but what is accepted, and the open bucket of the canary', () => {
    const { canary, others } = apart(runCheckov(checkov, templates));
    expect(canary).toContain('CKV_AWS_20');
    expect(judgeFindings(others, acceptedByCheckov)).toEqual({ open: [], unused: [] });
  });

  test('the baseline of stateful resources knows which properties replace them', () => {
    const { replacingProperties } = templates;
    const program = join(import.meta.dirname, 'list_replacing_properties.py');
    const input = JSON.stringify(Object.keys(replacingProperties));
    const known = JSON.parse(execFileSync(python, [program], { encoding: 'utf8', input }));
    const sorted = Object.entries(replacingProperties).map(([type, names]) => [type, names.toSorted()]);
    expect(Object.fromEntries(sorted)).toEqual(known);
  });
}

function apart(findings: readonly LintFinding[]) {
  const isCanary = ({ place }: LintFinding) => place.startsWith(`${CANARY_FILE} `);
  return {
    canary: findings.filter(isCanary).map(({ check }) => check),
    others: findings.filter((finding) => !isCanary(finding)),
  };
}
