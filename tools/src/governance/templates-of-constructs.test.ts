import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { checkTemplatePolicies, GOVERNANCE_RULES, policyOf, TemplateContext } from '@millrace/governance-policies';
import type { Json } from '@millrace/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CANARY_FILE, writeTemplates } from '../template-lint/templates.js';

const RULES = GOVERNANCE_RULES.filter(({ on }) => on.includes('template'));

/** The constructs attach no policies of AWS, make no networks and close none: these rules have nothing to look at. */
const WITHOUT_SUBJECTS = ['MR-NET-006', 'MR-IAM-003', 'MR-S3-007'];

let folder: string;
let templates: readonly { readonly name: string; readonly template: Json }[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'millrace-templates-'));
  templates = writeTemplates(folder)
    .files.filter((file) => basename(file) !== CANARY_FILE)
    .map((file) => ({ name: basename(file), template: JSON.parse(readFileSync(file, 'utf8')) }));
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the templates of the constructs', () => {
  test('keep every rule on templates, also those that only regulated projects have', () => {
    const policy = policyOf({ rules: RULES, profiles: ['regulated'] }).value ?? [];
    const found = templates.flatMap(({ name, template }) =>
      checkTemplatePolicies(template, { policy })
        .findings.filter(({ definitionPath: [first] }) => first === 'Resources')
        .map(({ rule, construct, message }) => `${name} ${construct}: ${rule} ${message}`),
    );
    expect(templates.length).toBeGreaterThan(20);
    expect(found).toEqual([]);
  });

  test('give nearly all of these rules something to look at, so that keeping them means something', () => {
    const silent = RULES.filter(({ checkTemplate, options, id }) => {
      const given = options.parse(id === 'MR-CST-006' ? { tags: ['team'] } : {});
      const asked = () => [{ verdict: 'violated', reason: 'asked', path: [] }] as const;
      return templates.every(
        ({ template }) => [...checkTemplate(new TemplateContext(template), given, asked)].length === 0,
      );
    });
    expect(silent.map(({ id }) => id)).toEqual(WITHOUT_SUBJECTS);
  });
});
