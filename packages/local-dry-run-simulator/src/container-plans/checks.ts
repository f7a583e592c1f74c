import type { PlainJson, PlainJsonObject } from '@millrace/schema';
import { unknownReasonOf, unknownValue } from '../evaluation/unknown-value.js';
import { joinS3Uri } from '../object-store/s3-uri.js';
import type { ContainerPlanner, PlannedJob } from './container-planner.js';
import { processingPlanner } from './processing.js';
import { textAt } from './read-member.js';

/** The baselines of a kind of check: what its properties end with, and the file that its image writes. */
type BaselineFiles = Readonly<Record<string, string>>;

/** QualityCheck: AWS's monitoring image writes statistics and constraints (SageMaker SDK, `model_monitoring.py`). */
export const qualityCheckPlanner = checkPlanner({ Statistics: 'statistics.json', Constraints: 'constraints.json' });

/** ClarifyCheck: Clarify's analysis is what later checks compare with. */
export const clarifyCheckPlanner = checkPlanner({ Constraints: 'analysis.json' });

/** A check is a processing job; what other steps may read of it are only its baselines. */
function checkPlanner(files: BaselineFiles): ContainerPlanner {
  return { ...processingPlanner, describe: (job) => describeBaselines(job, files) };
}

/**
 * What a check offers (facts/sagemaker-pipelines, section 2.2): the calculated baseline is always the new one; the one
 * used for the drift check is new where it is registered, otherwise the supplied one, otherwise that of the latest
 * approved version of the group, which no local run knows.
 */
function describeBaselines(job: PlannedJob, files: BaselineFiles): PlainJsonObject {
  const properties = Object.entries(files).map(([what, file]): PlainJsonObject => {
    const calculated = calculatedBaseline(job, file);
    const used = usedBaseline(job.siblings, what, calculated);
    return {
      [`CalculatedBaseline${what}`]: calculated,
      ...(used === undefined ? {} : { [`BaselineUsedForDriftCheck${what}`]: used }),
    };
  });
  return Object.assign({}, ...properties);
}

function calculatedBaseline(job: PlannedJob, file: string): PlainJson {
  const [output] = processingPlanner.plan(job).outputs;
  return output?.uri === undefined ? unknownValue('the output of the check is not known') : joinS3Uri(output.uri, file);
}

function usedBaseline(siblings: PlainJsonObject, what: string, calculated: PlainJson): PlainJson | undefined {
  const { RegisterNewBaseline: registers = false, [`SuppliedBaseline${what}`]: supplied } = siblings;
  if (registers === true || registers === 'true') return calculated;
  if (unknownReasonOf(registers) !== undefined) return registers;
  if (supplied !== undefined && supplied !== null) return supplied;
  const group = textAt(siblings, 'ModelPackageGroupName');
  return group === undefined
    ? undefined
    : unknownValue(`the baseline of the latest approved version of ${group} is not known`);
}
