import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { drawFindings } from '../corpus-findings/draw-findings.js';
import { type Examination, examinationOf } from '../corpus-findings/examination.js';
import { examinations } from '../corpus-findings/examinations.js';
import { FINDINGS_PAGE } from '../corpus-findings/findings-page.js';
import { governCorpus } from '../corpus-findings/govern-corpus.js';
import { renderFindings } from '../corpus-findings/render-findings.js';
import { repositoryRoot } from '../repository.js';
import { describeShared } from './shared-folder.js';

describeShared('governance of the corpus', () => {
  describe('all definitions', () => {
    // A rule that fails is an InternalError, and no test below runs.
    const corpus = governCorpus();
    const drawn = drawFindings(corpus);

    test('every drawn finding was examined', () => {
      const open = drawn.filter((each) => examinationOf(each, examinations) === undefined);
      expect(open.map(({ finding, definition }) => `${finding.rule} of ${definition.file}`)).toEqual([]);
      expect(drawn.length).toBeGreaterThanOrEqual(30);
    });

    test('no examination is left over', () => {
      const used = new Set<Examination | undefined>(drawn.map((each) => examinationOf(each, examinations)));
      expect(examinations.filter((each) => !used.has(each))).toEqual([]);
    });

    test('the committed table is current', () => {
      expect(renderFindings(corpus, examinations)).toBe(readFileSync(join(repositoryRoot, FINDINGS_PAGE), 'utf8'));
    });

    test('messages are for people', () => {
      for (const { finding } of Object.values(corpus.findings).flat()) {
        expect(finding.message).not.toMatch(/undefined|\[object Object\]|\bNaN\b/);
      }
    });
  });
});
