import { marked, type Token, type Tokens } from 'marked';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../src/index.js';
import { FILE, hostileFindings, sampleReport } from './reports-under-test.js';

function tableIn(markdown: string): Tokens.Table {
  const [table, ...others] = marked.lexer(markdown).filter(({ type }) => type === 'table');
  if (table === undefined || others.length > 0) throw new Error('one table is wanted');
  // The lexer tells tokens apart by their type.
  return table as Tokens.Table;
}

const rowsOf = (markdown: string) => tableIn(markdown).rows.map((cells) => cells.map(textOf));

/** What a reader sees; markup that is no text is not hidden. */
function textOf({ tokens }: Tokens.TableCell): string {
  return tokens.map((token) => (isPlain(token) ? token.text : `<<${token.type}>>`)).join('');
}

function isPlain(token: Token): token is Tokens.Text {
  return token.type === 'text' || token.type === 'escape';
}

describe('renderMarkdown', () => {
  const report = sampleReport();
  const markdown = renderMarkdown(report);

  it('sums up, and shows the loudest first', () => {
    expect(markdown).toMatch(/^### Millrace: \d+ errors?, \d+ warnings? in 1 file\n\n\| /);
    const severities = rowsOf(markdown).map(([severity]) => severity);
    expect(severities).toEqual([...severities].sort());
    expect(severities).toHaveLength(report.findings.length + 1);
    expect(markdown.trimEnd()).toMatch(/1 finding is excepted in the ledger\.$/);
  });

  it('says what, where and what to do', () => {
    const [finding] = report.findings.filter(({ rule }) => rule === 'MR-NET-008');
    expect(rowsOf(markdown)).toContainEqual([
      'error',
      'MR-NET-008',
      `${FILE}:${finding?.range?.start.line} (Train)`,
      finding?.message,
      finding?.help,
    ]);
    expect(rowsOf(markdown).map(([, rule]) => rule)).toContain('policy/unused-exception');
  });

  it('shows texts as they are, whatever they hold', () => {
    const hostile = renderMarkdown(sampleReport({ findings: hostileFindings(3), diagnostics: [] }));
    const [first] = rowsOf(hostile);
    expect(first).toHaveLength(5);
    const seen =
      '|a| ]]> --> <b>&amp;</b> `x` [l](http://e) **b** $1$ @\u200bteam #1 \\u0000\\u001b[31m \ud800 \\| $x{y} {0} "q" \'q\'';
    expect(first?.[3]).toBe(`0 ${seen}`);
    expect(first?.[2]).toContain(seen);
  });

  it('is cut to what a comment holds, and counts the rest', () => {
    const long = renderMarkdown(sampleReport({ findings: hostileFindings(10_000), diagnostics: [], excepted: [] }));
    const rows = rowsOf(long);
    expect(rows.length).toBeGreaterThan(80);
    expect(rows.every(([severity]) => severity === 'error')).toBe(true);
    expect(long.length).toBeLessThan(60_000);
    expect(long).toContain(`\nand ${10_000 - rows.length} more, which \`millrace check\` shows.\n`);
    const five = renderMarkdown(report, { rows: 5 });
    expect(rowsOf(five)).toHaveLength(5);
    const short = renderMarkdown(sampleReport({ findings: hostileFindings(10_000) }), { characters: 5000 });
    expect(short.length).toBeLessThan(5000);
    expect(rowsOf(short).length).toBeGreaterThan(3);
  });

  it('is one line for a clean definition', () => {
    const clean = { findings: [], excepted: [], exceptions: [], diagnostics: [] };
    expect(renderMarkdown(sampleReport(clean))).toBe('### Millrace: no findings in 1 file\n');
  });
});
