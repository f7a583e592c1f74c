import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
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
