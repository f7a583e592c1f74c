import type { RuleTexts } from './governance-rule.js';

/** What the rules are about, by the middle of their ids, in the order in which they are listed. */
const AREAS: Readonly<Record<string, string>> = {
  NET: 'network',
  KMS: 'encryption',
  IAM: 'identity',
  IMG: 'images',
  COD: 'code',
  REG: 'registry',
  S3: 'storage',
  SEC: 'secrets',
  PAR: 'parameters',
  CAC: 'caching',
  RES: 'resilience',
  CST: 'cost',
};

/** What a rule is about: `network` for MR-NET-001 and for ACME-NET-7; `other` where a team has areas of its own. */
export function areaOf({ id }: Pick<RuleTexts, 'id'>): string {
  const found = id.split('-').find((part) => Object.hasOwn(AREAS, part));
  return (found === undefined ? undefined : AREAS[found]) ?? 'other';
}
