import { AwsSolutionsChecks, HIPAASecurityChecks, type NagPack, NIST80053R5Checks, PCIDSS321Checks } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import type { Finding } from './finding.js';

/** The packs that every example must satisfy. */
const packs: readonly (new () => NagPack)[] = [
  AwsSolutionsChecks,
  NIST80053R5Checks,
  HIPAASecurityChecks,
  PCIDSS321Checks,
];

/** What the packs find in a tree of constructs; acknowledged findings are left out, as in a deployment. */
export function findInTree(root: IConstruct): readonly Finding[] {
  return packs.flatMap((Pack) =>
    new Pack()
      .validateScope(root)
      .violations.flatMap(({ ruleName, description, violatingResources }) =>
        violatingResources.map(({ constructPath = '' }) => ({ rule: ruleName, path: constructPath, description })),
      ),
  );
}
