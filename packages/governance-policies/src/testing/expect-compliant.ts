import { type CheckUnderTest, findingsUnderTest, lineOf } from './definition-under-test.js';

/**
 * Demands that no rule has anything to say of a definition or a template.
 *
 * @param given a definition, symbolic or bound, or a CloudFormation template: JSON text, or the object of it
 * @throws Error that shows the findings
 */
export function expectCompliant(given: string | object, check?: CheckUnderTest): void {
  const findings = findingsUnderTest(given, check);
  if (findings.length > 0) throw new Error(`this is not compliant:\n${findings.map(lineOf).join('\n')}`);
}
