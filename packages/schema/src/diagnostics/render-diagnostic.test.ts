import { describe, expect, it } from 'vitest';
import type { Diagnostic, SourceRange } from './diagnostic.js';
import { renderDiagnostic } from './render-diagnostic.js';

const diagnostic: Diagnostic = {
  code: 'graph/unknown-step',
  severity: 'error',
  blocking: true,
  message: 'no step "Ghost"',
  path: ['a', 0],
};

function at(line: number, column: number, length: number): SourceRange {
  return { file: 'p.yaml', start: { line, column }, end: { line, column: column + length } };
}

function render(text: string, more: Partial<Diagnostic>, width?: number) {
  return renderDiagnostic(
    { ...diagnostic, ...more },
    { textOf: () => text, ...(width === undefined ? {} : { width }) },
  ).split('\n');
}

describe('renderDiagnostic', () => {
  it('shows the place, the line, a squiggle, related places and the help', () => {
    const related = [{ message: 'the first one', path: ['b'], range: at(1, 1, 1) }];
    expect(
      render('b: 1\na: [Ghost]\n', { range: at(2, 5, 5), related, why: 'it would wait', help: 'did you mean "Prep"?' }),
    ).toEqual([
      'p.yaml:2:5 error graph/unknown-step no step "Ghost"',
      '    2 │ a: [Ghost]',
      '      │     ~~~~~',
      '  p.yaml:1:1 the first one',
      '    1 │ b: 1',
      '      │ ~',
      '  why: it would wait',
      '  help: did you mean "Prep"?',
    ]);
  });

  it('shows the path where there is no place', () => {
    expect(render('', {})).toEqual(['a[0] error graph/unknown-step no step "Ghost"']);
  });

  it('puts the squiggle below the text after tabs and wide characters', () => {
    expect(render('\t模型: Ghost', { range: at(1, 6, 5) }).slice(1)).toEqual([
      '    1 │     模型: Ghost',
      '      │           ~~~~~',
    ]);
  });

  it('cuts a long line around the squiggle', () => {
    const [, line, squiggle] = render(`${'x'.repeat(500)}Ghost${'y'.repeat(500)}`, { range: at(1, 501, 5) }, 60);
    expect(line?.length).toBeLessThanOrEqual(60);
    expect(line?.slice(squiggle?.indexOf('~'))).toMatch(/^Ghosty+…$/);
    expect(line).toMatch(/│ …x/);
  });

  it('never marks beyond the width, nor less than one column', () => {
    const [, line, long] = render('z'.repeat(5000), { range: at(1, 1, 5000) }, 60);
    expect(Math.max(line?.length ?? 0, long?.length ?? 0)).toBeLessThanOrEqual(60);
    expect(render('abc', { range: at(1, 4, 0) })[2]).toBe('      │    ~');
  });

  it('makes control characters visible', () => {
    const [head, line] = render('a: \u001b[31m', { message: 'bad \u001b[31m name', range: at(1, 4, 5) });
    expect(head).toContain('bad \\u001b[31m name');
    expect(line).toContain('\\u001b[31m');
  });

  it('shows no line where the place is empty', () => {
    expect(render('', { range: at(1, 1, 0) })).toHaveLength(1);
  });
});
