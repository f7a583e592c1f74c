import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { renderJunit } from '../../src/index.js';
import { FILE, HOSTILE, hostileFindings, sampleReport } from './reports-under-test.js';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Reads XML as strictly as XML is meant. */
function parse(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const last = open.at(-1);
    if (last !== undefined) last.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  const [document] = root.children;
  if (document === undefined) throw new Error('there is no element');
  return document;
}

const suitesOf = (xml: string) => parse(xml).children;
const sum = (elements: readonly Element[], key: string) =>
  elements.reduce((total, { attributes }) => total + Number(attributes[key]), 0);

describe('renderJunit', () => {
  const report = sampleReport();
  const [suite, ledger] = suitesOf(renderJunit(report));
  const caseOf = (id: string, { children }: Pick<Element, 'children'> = suite ?? { children: [] }) =>
    children.find(({ attributes }) => attributes['name']?.startsWith(id));

  it('has a suite for the file, and a case for every rule', () => {
    expect(suite?.attributes).toMatchObject({ name: FILE, errors: '0', skipped: '0' });
    expect(suite?.children.map(({ attributes }) => attributes['name'])).toEqual(
      report.rules.map(({ id, title }) => `${id} ${title}`),
    );
    expect(suite?.attributes['tests']).toBe(String(report.rules.length));
    const failed = new Set(report.findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule));
    expect(suite?.attributes['failures']).toBe(String(failed.size));
    expect(caseOf('MR-IMG-003')?.children).toEqual([]);
  });

  it('shows what fails with its place, and what is quieter as output', () => {
    const [failure] = caseOf('MR-NET-008')?.children ?? [];
    const [finding] = report.findings.filter(({ rule }) => rule === 'MR-NET-008');
    expect(failure).toMatchObject({ name: 'failure', attributes: { message: finding?.message, type: 'error' } });
    const { line, column } = finding?.range?.start ?? {};
    expect(failure?.text).toBe(`${FILE}:${line}:${column} (Train) error: ${finding?.message}; ${finding?.help}`);
    expect(caseOf('MR-PAR-001')?.children).toMatchObject([
      { name: 'system-out', text: expect.stringContaining('Unused') },
    ]);
  });

  it('lets warnings fail where they are asked to', () => {
    const [loud] = suitesOf(renderJunit({ ...report, failOn: 'warning' }));
    expect(caseOf('MR-PAR-001', loud)?.children).toMatchObject([{ name: 'failure' }]);
  });

  it('skips a rule whose findings are all excepted', () => {
    const findings = report.findings.filter(({ rule }) => rule !== 'MR-NET-008');
    const [all] = suitesOf(renderJunit({ ...report, findings }));
    expect(all?.attributes['skipped']).toBe('1');
    expect(caseOf('MR-NET-008', all)?.children).toMatchObject([
      { name: 'skipped', attributes: { message: 'excepted until 2026-12-31 by @acme/ml: A <test> | of "all".' } },
    ]);
  });

  it('tells useless exceptions in a suite of their own file', () => {
    expect(ledger?.attributes).toMatchObject({ name: 'governance/exceptions.yaml', tests: '1', failures: '1' });
    expect(caseOf('policy/unused-exception', ledger)?.children).toMatchObject([{ name: 'failure' }]);
  });

  it('stays XML whatever the texts are, and counts right', () => {
    const xml = renderJunit(sampleReport({ findings: hostileFindings(10_000), files: [] }));
    const root = parse(xml);
    expect(sum(root.children, 'tests')).toBe(Number(root.attributes['tests']));
    expect(sum(root.children, 'failures')).toBe(Number(root.attributes['failures']));
    const [hostile] = root.children.filter(({ attributes }) => attributes['name']?.includes(']]>'));
    const [failure, output] = hostile?.children[0]?.children ?? [];
    expect(failure?.attributes['message']).toMatch(/^0 \|a\|\\u000a\]\]> --> <b>&amp;<\/b>.*\(and 3333 more\)$/);
    expect(failure?.text.split('\n')).toHaveLength(3334);
    expect(output?.text.split('\n')).toHaveLength(6666);
    expect(xml).not.toContain(HOSTILE);
  });
});
