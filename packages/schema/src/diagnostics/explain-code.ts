import type { DiagnosticCatalogue } from './catalogue.js';
import type { DiagnosticKind } from './define-diagnostics.js';

const KINDS: Readonly<Record<DiagnosticKind, string>> = {
  blocking: 'nothing can be done with the document before this is mended',
  refusal: 'SageMaker would refuse this, or the run would fail',
  remark: 'a remark; the work goes on',
};

/** What `millrace explain CODE` prints; undefined for a code that the catalogue does not have. */
export function explainCode(code: string, catalogue: DiagnosticCatalogue): string | undefined {
  const factory = catalogue.find(code);
  if (factory === undefined) return undefined;
  const { severity, kind, explanation, rules } = factory.declaration;
  const source = rules === undefined ? [] : [`Rules: ${rules.join(', ')}`];
  return [`${factory.code} (${severity}: ${KINDS[kind]})`, explanation, ...source].join('\n\n');
}
