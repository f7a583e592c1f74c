import type { GraphRule } from './graph-rule.js';
import { branchesDoNotNeedTheirOtherSide } from './rules/branches-do-not-need-their-other-side.js';
import { comparedValuesArePossible } from './rules/compared-values-are-possible.js';
import { comparedValuesHaveOneType } from './rules/compared-values-have-one-type.js';
import { conditionSizesAreWithinQuota } from './rules/condition-sizes-are-within-quota.js';
import { conditionsAreNotDependedOn } from './rules/conditions-are-not-depended-on.js';
import { conditionsCanVary } from './rules/conditions-can-vary.js';
import { conditionsChooseSomething } from './rules/conditions-choose-something.js';
import { conditionsDoNotReadTheirBranches } from './rules/conditions-do-not-read-their-branches.js';
import { dependenciesAddSomething } from './rules/dependencies-add-something.js';
import { dependenciesAreNamedOnce } from './rules/dependencies-are-named-once.js';
import { executionVariablesExist } from './rules/execution-variables-exist.js';
import { failStepsHaveNoFollowers } from './rules/fail-steps-have-no-followers.js';
import { parametersAreUsed } from './rules/parameters-are-used.js';
import { parametersHoldNoSecrets } from './rules/parameters-hold-no-secrets.js';
import { propertyFilesAreWithinQuota } from './rules/property-files-are-within-quota.js';
import { propertyFilesNameOutputs } from './rules/property-files-name-outputs.js';
import { referencedListKeysExist } from './rules/referenced-list-keys-exist.js';
import { referencedOutputsExist } from './rules/referenced-outputs-exist.js';
import { referencedParametersExist } from './rules/referenced-parameters-exist.js';
import { referencedPropertyFilesExist } from './rules/referenced-property-files-exist.js';
import { referencedStepsExist } from './rules/referenced-steps-exist.js';
import { stepCountIsWithinQuota } from './rules/step-count-is-within-quota.js';
import { stepNamesAreUnique } from './rules/step-names-are-unique.js';
import { stepsAreReachedFromOneSide } from './rules/steps-are-reached-from-one-side.js';
import { stepsDoNotWaitForThemselves } from './rules/steps-do-not-wait-for-themselves.js';
import { stepsFormNoCycle } from './rules/steps-form-no-cycle.js';
import { stepsHaveAPlaceInTheOrder } from './rules/steps-have-a-place-in-the-order.js';
import { stepsOutsideBranchesCanRun } from './rules/steps-outside-branches-can-run.js';
import { textIsNotOrderedAsNumbers } from './rules/text-is-not-ordered-as-numbers.js';
import { truthValuesAreNotOrdered } from './rules/truth-values-are-not-ordered.js';

/**
 * All rules on graphs. The order matters: a rule settles the references that it reports, and later
 * rules leave those alone, so causes stand before their consequences: names, then what names refer
 * to, then waiting in circles, then branches, then figures, then mere remarks.
 */
export const GRAPH_RULES: readonly GraphRule[] = [
  stepNamesAreUnique,
  referencedStepsExist,
  referencedParametersExist,
  referencedOutputsExist,
  referencedPropertyFilesExist,
  referencedListKeysExist,
  executionVariablesExist,
  stepsDoNotWaitForThemselves,
  conditionsDoNotReadTheirBranches,
  stepsFormNoCycle,
  failStepsHaveNoFollowers,
  conditionsAreNotDependedOn,
  dependenciesAreNamedOnce,
  branchesDoNotNeedTheirOtherSide,
  stepsOutsideBranchesCanRun,
  stepsAreReachedFromOneSide,
  propertyFilesNameOutputs,
  propertyFilesAreWithinQuota,
  stepCountIsWithinQuota,
  conditionSizesAreWithinQuota,
  comparedValuesHaveOneType,
  textIsNotOrderedAsNumbers,
  truthValuesAreNotOrdered,
  conditionsCanVary,
  comparedValuesArePossible,
  conditionsChooseSomething,
  parametersHoldNoSecrets,
  parametersAreUsed,
  dependenciesAddSomething,
  stepsHaveAPlaceInTheOrder,
];
