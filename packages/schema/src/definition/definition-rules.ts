import type { DefinitionRule } from './definition-rule.js';
import { applicationsAreChosenOnce } from './rules/applications-are-chosen-once.js';
import { approvalsHaveAGate } from './rules/approvals-have-a-gate.js';
import { autoMLBuildsEnsembles } from './rules/auto-ml-builds-ensembles.js';
import { cacheLifetimesAreNotMonths } from './rules/cache-lifetimes-are-not-months.js';
import { cacheSettingsAreWellFormed } from './rules/cache-settings-are-well-formed.js';
import { cachedInputsNameTheirContent } from './rules/cached-inputs-name-their-content.js';
import { cachedStepsCanHit } from './rules/cached-steps-can-hit.js';
import { cachesSeeParameters } from './rules/caches-see-parameters.js';
import { cachesWorkBesideCheckpoints } from './rules/caches-work-beside-checkpoints.js';
import { cachingFitsTheStepType } from './rules/caching-fits-the-step-type.js';
import { channelsHaveOneSource } from './rules/channels-have-one-source.js';
import { checksKnowTheirBaseline } from './rules/checks-know-their-baseline.js';
import { clustersAreChosenOnce } from './rules/clusters-are-chosen-once.js';
import { conditionsAreWellFormed } from './rules/conditions-are-well-formed.js';
import { containerArgumentsFit } from './rules/container-arguments-fit.js';
import { definitionsAreNotTooLarge } from './rules/definitions-are-not-too-large.js';
import { endpointsTakeTheMadeConfig } from './rules/endpoints-take-the-made-config.js';
import { entriesOfJobsHaveOwnNames } from './rules/entries-of-jobs-have-own-names.js';
import { experimentNamesAreValid } from './rules/experiment-names-are-valid.js';
import { expressionsAreWellFormed } from './rules/expressions-are-well-formed.js';
import { expressionsStandWhereResolved } from './rules/expressions-stand-where-resolved.js';
import { failStepsStateTheirMessage } from './rules/fail-steps-state-their-message.js';
import { functionsAreNamedByArn } from './rules/functions-are-named-by-arn.js';
import { groupsOfOtherAccountsAreShared } from './rules/groups-of-other-accounts-are-shared.js';
import { hyperparametersOutlastACompilation } from './rules/hyperparameters-outlast-a-compilation.js';
import { imageUrisHoldNoSpace } from './rules/image-uris-hold-no-space.js';
import { imagesHaveVersions } from './rules/images-have-versions.js';
import { isolatedCodeNeedsNoS3 } from './rules/isolated-code-needs-no-s3.js';
import { jobNamesLeaveRoom } from './rules/job-names-leave-room.js';
import { jobsHoldNoSecrets } from './rules/jobs-hold-no-secrets.js';
import { joinedUrisAreUris } from './rules/joined-uris-are-uris.js';
import { joinsAreWellFormed } from './rules/joins-are-well-formed.js';
import { jsonGetsAreWellFormed } from './rules/json-gets-are-well-formed.js';
import { jsonGetsAreWithinQuota } from './rules/json-gets-are-within-quota.js';
import { jsonGetsWaitForTheirFile } from './rules/json-gets-wait-for-their-file.js';
import { lineageStepsRecordSomething } from './rules/lineage-steps-record-something.js';
import { localPathsDoNotCollide } from './rules/local-paths-do-not-collide.js';
import { metadataIsWithinLimits } from './rules/metadata-is-within-limits.js';
import { metricsCanBeFound } from './rules/metrics-can-be-found.js';
import { modelsHaveContainers } from './rules/models-have-containers.js';
import { namesAreWellFormed } from './rules/names-are-well-formed.js';
import { onePartitionForAll } from './rules/one-partition-for-all.js';
import { outputParametersAreDeclaredWell } from './rules/output-parameters-are-declared-well.js';
import { outputsAreOfOneExecution } from './rules/outputs-are-of-one-execution.js';
import { outputsAreOfOneStep } from './rules/outputs-are-of-one-step.js';
import { packagesBelongToAGroup } from './rules/packages-belong-to-a-group.js';
import { parameterDefaultsMatchTheirType } from './rules/parameter-defaults-match-their-type.js';
import { parameterValuesAreListedWell } from './rules/parameter-values-are-listed-well.js';
import { parametersStateTheirType } from './rules/parameters-state-their-type.js';
import { payloadsAreFlat } from './rules/payloads-are-flat.js';
import { propertyFilesAreWrittenAtOnce } from './rules/property-files-are-written-at-once.js';
import { queuesAreNamedByUrl } from './rules/queues-are-named-by-url.js';
import { retriesCanHelp } from './rules/retries-can-help.js';
import { retryPoliciesAreWellFormed } from './rules/retry-policies-are-well-formed.js';
import { s3UrisNameBuckets } from './rules/s3-uris-name-buckets.js';
import { spotTrainingCanWait } from './rules/spot-training-can-wait.js';
import { stepMembersAreKnown } from './rules/step-members-are-known.js';
import { stepTextsFit } from './rules/step-texts-fit.js';
import { stepTypesAreKnown } from './rules/step-types-are-known.js';
import { textsAreNotTemplates } from './rules/texts-are-not-templates.js';
import { topLevelMembersAreKnown } from './rules/top-level-members-are-known.js';
import { trainingHasOneAlgorithm } from './rules/training-has-one-algorithm.js';
import { transformsFitTogether } from './rules/transforms-fit-together.js';
import { tunedValuesHaveRanges } from './rules/tuned-values-have-ranges.js';
import { tuningJobsAreDefinedOnce } from './rules/tuning-jobs-are-defined-once.js';
import { tuningSummariesAreWithinReach } from './rules/tuning-summaries-are-within-reach.js';

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
  tuningJobsAreDefinedOnce,
  tunedValuesHaveRanges,
  tuningSummariesAreWithinReach,
  autoMLBuildsEnsembles,
  transformsFitTogether,
  modelsHaveContainers,
  packagesBelongToAGroup,
  approvalsHaveAGate,
  groupsOfOtherAccountsAreShared,
  functionsAreNamedByArn,
  queuesAreNamedByUrl,
  payloadsAreFlat,
  outputParametersAreDeclaredWell,
  checksKnowTheirBaseline,
  clustersAreChosenOnce,
  applicationsAreChosenOnce,
  endpointsTakeTheMadeConfig,
  lineageStepsRecordSomething,
  failStepsStateTheirMessage,
  jobNamesLeaveRoom,
  cachedStepsCanHit,
  cachedInputsNameTheirContent,
  cachesWorkBesideCheckpoints,
  cachesSeeParameters,
  outputsAreOfOneExecution,
  outputsAreOfOneStep,
  hyperparametersOutlastACompilation,
  s3UrisNameBuckets,
  onePartitionForAll,
  isolatedCodeNeedsNoS3,
  imageUrisHoldNoSpace,
  imagesHaveVersions,
  jobsHoldNoSecrets,
];
