import type { Finding } from '../engine/finding.js';
import { type CheckUnderTest, findingsUnderTest, lineOf } from './definition-under-test.js';

/** A finding that is looked for; what is left out does not matter. */
export type WantedFinding = Partial<Pick<Finding, 'severity' | 'verdict' | 'message'>> & {
  readonly rule: string;
  readonly step?: string;
};

/**
 * Demands a finding, and returns it.
 *
 * @param given a definition, symbolic or bound, or a CloudFormation template: JSON text, or the object of it
 * @throws Error that shows the findings that there are
 */
export function expectFinding(given: string | object, wanted: WantedFinding, check?: CheckUnderTest): Finding {
  const findings = findingsUnderTest(given, check);
  const found = findings.find((each) => isWanted(each, wanted));
  if (found !== undefined) return found;
  const others = findings.length === 0 ? 'there is none' : `there are:\n${findings.map(lineOf).join('\n')}`;
  throw new Error(`no finding ${JSON.stringify(wanted)}; ${others}`);
}

function isWanted(finding: Finding, { step, ...members }: WantedFinding): boolean {
  if (step !== undefined && !finding.steps.includes(step)) return false;
  return Object.entries(members).every(([key, value]) => finding[key as keyof typeof members] === value);
}
