import { describe, expect, it } from 'vitest';
import { DiagnosticCatalogue } from './catalogue.js';
import { defineDiagnostics } from './define-diagnostics.js';
import { explainCode } from './explain-code.js';

const diagnostics = defineDiagnostics('graph', {
  'unknown-step': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R29'],
    message: () => 'x',
    explanation: 'Long text.',
  },
});
const catalogue = new DiagnosticCatalogue([diagnostics]);

describe('DiagnosticCatalogue', () => {
  it('finds a code with and without its area', () => {
    expect(catalogue.find('graph/unknown-step')?.code).toBe('graph/unknown-step');
    expect(catalogue.find('unknown-step')?.code).toBe('graph/unknown-step');
    expect(catalogue.find('unknown')).toBeUndefined();
  });

  it('finds what answers a rule', () => {
    expect(catalogue.ofRule('R29').map(({ code }) => code)).toEqual(['graph/unknown-step']);
    expect(catalogue.ofRule('R2')).toEqual([]);
  });

  it('suggests the code that was meant', () => {
    expect(catalogue.suggest('unknwn-step')).toBe('graph/unknown-step');
    expect(catalogue.suggest('graph/unknown-stp')).toBe('graph/unknown-step');
  });
});

describe('explainCode', () => {
  it('gives the explanation and the rules', () => {
    expect(explainCode('graph/unknown-step', catalogue)).toBe(
      'graph/unknown-step (error: nothing can be done with the document before this is mended)\n\nLong text.\n\nRules: R29',
    );
    expect(explainCode('no-such', catalogue)).toBeUndefined();
  });
});
