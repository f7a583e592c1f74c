import type { DefinitionRule } from './definition-rule.js';
import { cacheLifetimesAreNotMonths } from './rules/cache-lifetimes-are-not-months.js';
import { cacheSettingsAreWellFormed } from './rules/cache-settings-are-well-formed.js';
import { cachingFitsTheStepType } from './rules/caching-fits-the-step-type.js';
import { channelsHaveOneSource } from './rules/channels-have-one-source.js';
import { conditionsAreWellFormed } from './rules/conditions-are-well-formed.js';
import { containerArgumentsFit } from './rules/container-arguments-fit.js';
import { definitionsAreNotTooLarge } from './rules/definitions-are-not-too-large.js';
import { entriesOfJobsHaveOwnNames } from './rules/entries-of-jobs-have-own-names.js';
import { experimentNamesAreValid } from './rules/experiment-names-are-valid.js';
import { expressionsAreWellFormed } from './rules/expressions-are-well-formed.js';
import { expressionsStandWhereResolved } from './rules/expressions-stand-where-resolved.js';
import { joinedUrisAreUris } from './rules/joined-uris-are-uris.js';
import { joinsAreWellFormed } from './rules/joins-are-well-formed.js';
import { jsonGetsAreWellFormed } from './rules/json-gets-are-well-formed.js';
import { jsonGetsAreWithinQuota } from './rules/json-gets-are-within-quota.js';
import { jsonGetsWaitForTheirFile } from './rules/json-gets-wait-for-their-file.js';
import { localPathsDoNotCollide } from './rules/local-paths-do-not-collide.js';
import { metadataIsWithinLimits } from './rules/metadata-is-within-limits.js';
import { metricsCanBeFound } from './rules/metrics-can-be-found.js';
import { namesAreWellFormed } from './rules/names-are-well-formed.js';
import { parameterDefaultsMatchTheirType } from './rules/parameter-defaults-match-their-type.js';
import { parameterValuesAreListedWell } from './rules/parameter-values-are-listed-well.js';
import { parametersStateTheirType } from './rules/parameters-state-their-type.js';
import { propertyFilesAreWrittenAtOnce } from './rules/property-files-are-written-at-once.js';
import { retriesCanHelp } from './rules/retries-can-help.js';
import { retryPoliciesAreWellFormed } from './rules/retry-policies-are-well-formed.js';
import { spotTrainingCanWait } from './rules/spot-training-can-wait.js';
import { stepMembersAreKnown } from './rules/step-members-are-known.js';
import { stepTextsFit } from './rules/step-texts-fit.js';
import { stepTypesAreKnown } from './rules/step-types-are-known.js';
import { textsAreNotTemplates } from './rules/texts-are-not-templates.js';
import { topLevelMembersAreKnown } from './rules/top-level-members-are-known.js';
import { trainingHasOneAlgorithm } from './rules/training-has-one-algorithm.js';

/** All rules on the form of definitions, from the frame to what stands inside. */
export const DEFINITION_RULES: readonly DefinitionRule[] = [
  definitionsAreNotTooLarge,
  topLevelMembersAreKnown,
  metadataIsWithinLimits,
  experimentNamesAreValid,
  namesAreWellFormed,
  parametersStateTheirType,
  parameterDefaultsMatchTheirType,
  parameterValuesAreListedWell,
  stepTypesAreKnown,
  stepMembersAreKnown,
  stepTextsFit,
  cachingFitsTheStepType,
  cacheSettingsAreWellFormed,
  cacheLifetimesAreNotMonths,
  retryPoliciesAreWellFormed,
  retriesCanHelp,
  expressionsAreWellFormed,
  expressionsStandWhereResolved,
  joinsAreWellFormed,
  joinedUrisAreUris,
  jsonGetsAreWellFormed,
  jsonGetsWaitForTheirFile,
  jsonGetsAreWithinQuota,
  propertyFilesAreWrittenAtOnce,
  conditionsAreWellFormed,
  textsAreNotTemplates,
  entriesOfJobsHaveOwnNames,
  localPathsDoNotCollide,
  containerArgumentsFit,
  trainingHasOneAlgorithm,
  channelsHaveOneSource,
  spotTrainingCanWait,
  metricsCanBeFound,
];
