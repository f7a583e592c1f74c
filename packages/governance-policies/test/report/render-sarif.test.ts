import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Log, Run } from 'sarif';
import { describe, expect, it } from 'vitest';
import { type CheckReport, renderSarif } from '../../src/index.js';
import { FILE, HOSTILE, hostileFindings, sampleReport } from './reports-under-test.js';

/** The schema of OASIS, as a package of Microsoft ships it. */
const SCHEMA = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');

const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const isSarif = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));

function runOf(report: CheckReport): Run {
  // What is not of the form fails on the next line.
  const log = JSON.parse(renderSarif(report)) as Log;
  expect(isSarif(log) ? [] : isSarif.errors).toEqual([]);
  const [run, ...others] = log.runs;
  if (run === undefined || others.length > 0) throw new Error('one run is wanted');
  return run;
}

function sentence(text = ''): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

describe('renderSarif', () => {
  const run = runOf(sampleReport());
  const results = run.results ?? [];
  const rules = run.tool.driver.rules ?? [];

  it('describes every rule that ran, found or not', () => {
    expect(run.tool.driver).toMatchObject({ name: 'Millrace', semanticVersion: '1.2.3' });
    const rule = rules.find(({ id }) => id === 'MR-NET-008');
    expect(rule).toMatchObject({
      defaultConfiguration: { level: 'error' },
      properties: { tags: ['sagemaker', 'network'], precision: 'high' },
    });
    expect(rule?.help?.text).toContain('millrace explain MR-NET-008');
    expect(rules.length).toBeGreaterThan(30);
    for (const { shortDescription, fullDescription } of rules) {
      expect(shortDescription?.text.length).toBeLessThanOrEqual(1024);
      expect(fullDescription?.text.length).toBeLessThanOrEqual(1024);
    }
  });

  it('places results where the author looks, and says who they are', () => {
    const report = sampleReport();
    const [finding] = report.findings.filter(({ rule }) => rule === 'MR-NET-008');
    const result = results.find(({ ruleId, suppressions }) => ruleId === 'MR-NET-008' && suppressions?.length === 0);
    expect(rules[result?.ruleIndex ?? -1]?.id).toBe('MR-NET-008');
    expect(result).toMatchObject({
      level: 'error',
      message: { text: `${sentence(finding?.message)} ${sentence(finding?.help)}` },
      partialFingerprints: { 'millrace/v1': finding?.fingerprint },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'models/my%20model/definition.json' },
            region: { startLine: finding?.range?.start.line, startColumn: finding?.range?.start.column },
          },
          logicalLocations: [{ name: 'Train' }, { fullyQualifiedName: expect.stringContaining('RemoteDebugConfig') }],
        },
      ],
    });
    expect(result?.partialFingerprints).not.toHaveProperty('primaryLocationLineHash');
  });

  it('suppresses what is excepted, with the reason', () => {
    expect(results.flatMap(({ suppressions }) => suppressions ?? [])).toEqual([
      { kind: 'external', status: 'accepted', justification: 'A <test> | of "all". (@acme/ml, until 2026-12-31)' },
    ]);
    expect(results.every(({ suppressions }) => suppressions !== undefined)).toBe(true);
  });

  it('also tells exceptions that are useless, with their explanation', () => {
    const result = results.find(({ ruleId }) => ruleId === 'policy/unused-exception');
    expect(result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe('governance/exceptions.yaml');
    expect(rules[result?.ruleIndex ?? -1]?.fullDescription?.text).toContain('there is no such finding');
  });

  it('stays valid whatever the texts are', () => {
    const hostile = runOf(sampleReport({ findings: hostileFindings(50), diagnostics: [] }));
    const texts = hostile.results?.map(({ message, locations }) => [message, locations?.[0]?.logicalLocations]);
    // JSON writes the backslash of what was made visible twice, that of a control character once.
    expect(JSON.stringify(texts)).not.toMatch(/[^\\]\\(?:u00[01]|u2028|n)/);
    const { uri } = hostile.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation ?? {};
    expect(decodeURIComponent(uri ?? '')).toBe(
      `models/${HOSTILE.replaceAll('\\', '/').replace('\ud800', '\ufffd')}.yaml`,
    );
  });

  it('takes as many results as code scanning does, the loudest first', () => {
    const many = runOf(sampleReport({ findings: hostileFindings(30_000), diagnostics: [] }));
    expect(many.results).toHaveLength(25_000);
    const levels = many.results?.map(({ level }) => level) ?? [];
    expect(levels.slice(0, 10_000).every((level) => level === 'error')).toBe(true);
    expect(many.invocations?.[0]?.toolExecutionNotifications).toMatchObject([
      { message: { text: '5001 more are left out, because code scanning takes 25000 results at most.' } },
    ]);
  });

  it('says nothing of a clean definition', () => {
    const none = { findings: [], excepted: [], exceptions: [], diagnostics: [] };
    expect(runOf(sampleReport(none)).results).toEqual([]);
    expect(sampleReport(none).files).toEqual([FILE]);
  });
});
