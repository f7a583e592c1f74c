import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectDocument } from './detect-document.js';
import { detectLanguage } from './detect-language.js';

const detect = (text: string) => detectLanguage({ file: 'x', text });

describe('detectLanguage', () => {
  it.each([
    ['{"Version":"2020-12-01","Steps":[{"pipeline":1}]}', 'definition'],
    ['\uFEFF\n\t{ "Metadata": {"pipeline": {}},\n\t"Steps": [', 'definition'],
    ['Version: 2020-12-01\nSteps: []\n', 'definition'],
    ['projectName: x\npipeline:\n  Steps: 1\n', 'spec'],
    ['{"pipeline":{"Steps":[]}}', 'spec'],
    ['{"Steps":[], "pipeline":{}}', 'spec'],
    ['a:\n  Steps: []\n', 'spec'],
    ['- Steps: []\n', 'spec'],
    ['', 'spec'],
    ['Steps', 'spec'],
  ])('%j is a %s', (text, language) => {
    expect(detect(text)).toBe(language);
  });

  it('takes any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => ['spec', 'definition'].includes(detect(text))));
    expect(detect(`{"Steps":${'['.repeat(5_000_000)}`)).toBe('definition');
  });
});

describe('detectDocument', () => {
  it.each([
    ['{"Description":"x","Resources":{"Steps":{}}}', 'template'],
    ['AWSTemplateFormatVersion: 2010-09-09\nResources: {}\n', 'template'],
    ['{"Resources":{},"pipeline":{}}', 'spec'],
    ['{"Steps":[],"Resources":{}}', 'definition'],
    ['projectName: churn\n', 'spec'],
    ['name: churn\nsteps: []\n', undefined],
    ['# Millrace\n\nTurns specs into pipelines.\n', undefined],
    ['', undefined],
  ])('%j is a %s', (text, kind) => {
    expect(detectDocument({ file: 'x', text })).toBe(kind);
  });
});
