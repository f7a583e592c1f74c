import type { GovernanceRule } from '../rule/governance-rule.js';
import { cachedStepsSeeChangedCode } from './caching/cached-steps-see-changed-code.js';
import { cachedStepsSeeChangedProtection } from './caching/cached-steps-see-changed-protection.js';
import { cachesEnd } from './caching/caches-end.js';
import { cachesEndBeforeTheirFiles } from './caching/caches-end-before-their-files.js';
import { definitionsAreMadeAlike } from './caching/definitions-are-made-alike.js';
import { stepsSayWhetherTheyAreCached } from './caching/steps-say-whether-they-are-cached.js';
import { programsStayAmongTheirScripts } from './code/programs-stay-among-their-scripts.js';
import { requirementsAreLockedByHash } from './code/requirements-are-locked-by-hash.js';
import { scriptsAreNamedByTheirContent } from './code/scripts-are-named-by-their-content.js';
import { endpointsFitTheirEnvironment } from './cost/endpoints-fit-their-environment.js';
import { executionsStayWithinBudget } from './cost/executions-stay-within-budget.js';
import { longTrainingUsesSpot } from './cost/long-training-uses-spot.js';
import { machinesAreAllowed } from './cost/machines-are-allowed.js';
import { machinesAreNotKeptWaiting } from './cost/machines-are-not-kept-waiting.js';
import { processingUsesTheGpuItPaysFor } from './cost/processing-uses-the-gpu-it-pays-for.js';
import { trainingIsNotWatchedUnasked } from './cost/training-is-not-watched-unasked.js';
import { whatCostsHasItsTags } from './cost/what-costs-has-its-tags.js';
import { keysAreNamedByArn } from './encryption/keys-are-named-by-arn.js';
import { keysAreThoseOfTheEnvironment } from './encryption/keys-are-those-of-the-environment.js';
import { localDisksTakeNoKey } from './encryption/local-disks-take-no-key.js';
import { outputsAreEncryptedWithAKey } from './encryption/outputs-are-encrypted-with-a-key.js';
import { placesWithoutAKeyLieInEncryptedBuckets } from './encryption/places-without-a-key-lie-in-encrypted-buckets.js';
import { volumesAreEncryptedWithAKey } from './encryption/volumes-are-encrypted-with-a-key.js';
import { callsGoToReviewedCode } from './identity/calls-go-to-reviewed-code.js';
import { conditionsMindAbsentKeys } from './identity/conditions-mind-absent-keys.js';
import { jobsHaveARoleOfTheirOwn } from './identity/jobs-have-a-role-of-their-own.js';
import { resourcesAreOpenToFew } from './identity/resources-are-open-to-few.js';
import { rolesArePassedToNamedServices } from './identity/roles-are-passed-to-named-services.js';
import { rolesBelongToTheEnvironment } from './identity/roles-belong-to-the-environment.js';
import { rolesHaveNoFullAccess } from './identity/roles-have-no-full-access.js';
import { sageMakerActsForItsOwnAccount } from './identity/sagemaker-acts-for-its-own-account.js';
import { imagesArePinnedByDigest } from './images/images-are-pinned-by-digest.js';
import { imagesComeFromKnownRegistries } from './images/images-come-from-known-registries.js';
import { imagesHaveFixedVersions } from './images/images-have-fixed-versions.js';
import { imagesLieInTheRegion } from './images/images-lie-in-the-region.js';
import { modelsAreServedAsTrained } from './images/models-are-served-as-trained.js';
import { containersAreIsolated } from './network/containers-are-isolated.js';
import { isolatedScriptsNeedNoNetwork } from './network/isolated-scripts-need-no-network.js';
import { jobsRunInAVpc } from './network/jobs-run-in-a-vpc.js';
import { machinesReachEachOther } from './network/machines-reach-each-other.js';
import { modelImagesComeThroughTheVpc } from './network/model-images-come-through-the-vpc.js';
import { networksAreThoseOfTheEnvironment } from './network/networks-are-those-of-the-environment.js';
import { remoteDebuggingIsOff } from './network/remote-debugging-is-off.js';
import { trafficBetweenMachinesIsEncrypted } from './network/traffic-between-machines-is-encrypted.js';
import { transformsUseIsolatedModels } from './network/transforms-use-isolated-models.js';
import { parametersAreDeclaredAndUsed } from './parameters/parameters-are-declared-and-used.js';
import { startsCannotChangeTheGuards } from './parameters/starts-cannot-change-the-guards.js';
import { groupPoliciesNameWhatActionsActOn } from './registry/group-policies-name-what-actions-act-on.js';
import { modelsWaitForApproval } from './registry/models-wait-for-approval.js';
import { packagesCarryTheirMetrics } from './registry/packages-carry-their-metrics.js';
import { packagesKeepTheirModels } from './registry/packages-keep-their-models.js';
import { packagesSayWhereTheyComeFrom } from './registry/packages-say-where-they-come-from.js';
import { registrationsPassAGate } from './registry/registrations-pass-a-gate.js';
import { startsCannotApprove } from './registry/starts-cannot-approve.js';
import { checkpointsOutlastTheWait } from './resilience/checkpoints-outlast-the-wait.js';
import { definitionsAreWithinQuotas } from './resilience/definitions-are-within-quotas.js';
import { failuresOfAwsAreRetried } from './resilience/failures-of-aws-are-retried.js';
import { jobsEndInTime } from './resilience/jobs-end-in-time.js';
import { spotTrainingCanGoOn } from './resilience/spot-training-can-go-on.js';
import { noCredentialsStandInTheOpen } from './secrets/no-credentials-stand-in-the-open.js';
import { noSecretsAreWrittenOut } from './secrets/no-secrets-are-written-out.js';
import { bucketNamesBelongToTheAccount } from './storage/bucket-names-belong-to-the-account.js';
import { bucketsHaveNamesNobodyGuesses } from './storage/buckets-have-names-nobody-guesses.js';
import { closedNetworksLetThePipelineIn } from './storage/closed-networks-let-the-pipeline-in.js';
import { inputsComeFromDeclaredBuckets } from './storage/inputs-come-from-declared-buckets.js';
import { outputsHavePlacesOfTheirOwn } from './storage/outputs-have-places-of-their-own.js';
import { outputsStayBelowTheirEnvironment } from './storage/outputs-stay-below-their-environment.js';
import { storesTakeOnlyWhatIsSafe } from './storage/stores-take-only-what-is-safe.js';

/** *The* list of the rules of Millrace, by area and number. Packs, tables and tests derive from it. */
export const GOVERNANCE_RULES: readonly GovernanceRule[] = [
  jobsRunInAVpc,
  networksAreThoseOfTheEnvironment,
  containersAreIsolated,
  isolatedScriptsNeedNoNetwork,
  trafficBetweenMachinesIsEncrypted,
  machinesReachEachOther,
  transformsUseIsolatedModels,
  remoteDebuggingIsOff,
  modelImagesComeThroughTheVpc,
  outputsAreEncryptedWithAKey,
  volumesAreEncryptedWithAKey,
  localDisksTakeNoKey,
  keysAreThoseOfTheEnvironment,
  keysAreNamedByArn,
  placesWithoutAKeyLieInEncryptedBuckets,
  rolesBelongToTheEnvironment,
  jobsHaveARoleOfTheirOwn,
  rolesHaveNoFullAccess,
  rolesArePassedToNamedServices,
  sageMakerActsForItsOwnAccount,
  conditionsMindAbsentKeys,
  callsGoToReviewedCode,
  resourcesAreOpenToFew,
  imagesArePinnedByDigest,
  imagesHaveFixedVersions,
  imagesComeFromKnownRegistries,
  imagesLieInTheRegion,
  modelsAreServedAsTrained,
  scriptsAreNamedByTheirContent,
  requirementsAreLockedByHash,
  programsStayAmongTheirScripts,
  modelsWaitForApproval,
  startsCannotApprove,
  registrationsPassAGate,
  packagesCarryTheirMetrics,
  packagesSayWhereTheyComeFrom,
  packagesKeepTheirModels,
  groupPoliciesNameWhatActionsActOn,
  outputsStayBelowTheirEnvironment,
  inputsComeFromDeclaredBuckets,
  bucketsHaveNamesNobodyGuesses,
  bucketNamesBelongToTheAccount,
  outputsHavePlacesOfTheirOwn,
  storesTakeOnlyWhatIsSafe,
  closedNetworksLetThePipelineIn,
  noCredentialsStandInTheOpen,
  noSecretsAreWrittenOut,
  parametersAreDeclaredAndUsed,
  startsCannotChangeTheGuards,
  stepsSayWhetherTheyAreCached,
  cachesEnd,
  cachesEndBeforeTheirFiles,
  cachedStepsSeeChangedCode,
  cachedStepsSeeChangedProtection,
  definitionsAreMadeAlike,
  jobsEndInTime,
  failuresOfAwsAreRetried,
  spotTrainingCanGoOn,
  checkpointsOutlastTheWait,
  definitionsAreWithinQuotas,
  machinesAreAllowed,
  executionsStayWithinBudget,
  longTrainingUsesSpot,
  machinesAreNotKeptWaiting,
  processingUsesTheGpuItPaysFor,
  whatCostsHasItsTags,
  trainingIsNotWatchedUnasked,
  endpointsFitTheirEnvironment,
];
