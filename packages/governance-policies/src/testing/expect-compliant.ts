import { type CheckUnderTest, findingsUnderTest, lineOf } from './definition-under-test.js';

/**
 * Demands that no rule has anything to say of a definition.
 *
 * @param definition JSON text, or the object of it; symbolic or bound
 * @throws Error that shows the findings
 */
export function expectCompliant(definition: string | object, check?: CheckUnderTest): void {
  const findings = findingsUnderTest(definition, check);
  if (findings.length > 0) throw new Error(`the definition is not compliant:\n${findings.map(lineOf).join('\n')}`);
}
