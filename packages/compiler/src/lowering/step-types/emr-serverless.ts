import type { ArgumentMap, EmrServerlessBody, Path } from '@millrace/schema';
import { type Draft, placed } from '../draft.js';
import { jobRole } from '../encryption-and-role.js';
import type { LoweringContext } from '../lowering-context.js';
import { mergeArguments } from '../merge-arguments.js';
import type { LoweredStep, PlaceOf } from '../step-place.js';

type Job = EmrServerlessBody['job'];

/** Lowers an EMRServerless step: the outer members are SageMaker's, those of the job and of a new application EMR's, in camel case. */
export function lowerEmrServerless(place: PlaceOf<'EMRServerless'>, context: LoweringContext): LoweredStep {
  const { body, bodyKey } = place.step;
  const at = [...place.path, bodyKey];
  const role = jobRole(context, place);
  return {
    arguments: {
      // The SageMaker SDK writes the role here and into the job.
      ExecutionRoleArn: role,
      ApplicationId: context.text(body.applicationId, [...at, 'applicationId']),
      ApplicationConfig: lowerMembers(body.applicationConfig, [...at, 'applicationConfig'], context),
      JobConfig: lowerJob(body.job, { at: [...at, 'job'], role }, context),
    },
  };
}

function lowerJob(
  job: Job,
  { at, role }: { readonly at: Path; readonly role: Draft | undefined },
  context: LoweringContext,
): Draft | undefined {
  return placed(at, {
    name: context.text(job.name, [...at, 'name']),
    executionRoleArn: role,
    jobDriver: {
      sparkSubmit: lowerSpark(job, [...at, 'spark'], context),
      hive: lowerHive(job, [...at, 'hive'], context),
    },
    configurationOverrides: lowerMembers(job.configurationOverrides, [...at, 'configurationOverrides'], context),
    executionTimeoutMinutes: placed([...at, 'maxRuntime'], job.maxRuntime),
    tags: context.textMap(job.tags, [...at, 'tags']),
  });
}

function lowerSpark({ spark }: Job, at: Path, context: LoweringContext): Draft | undefined {
  if (spark === undefined) return undefined;
  return placed(at, {
    entryPoint: context.text(spark.entryPoint, [...at, 'entryPoint']),
    entryPointArguments: context.texts(spark.arguments, [...at, 'arguments']),
    sparkSubmitParameters: context.text(spark.submitParameters, [...at, 'submitParameters']),
  });
}

function lowerHive({ hive }: Job, at: Path, context: LoweringContext): Draft | undefined {
  if (hive === undefined) return undefined;
  return placed(at, {
    query: context.text(hive.query, [...at, 'query']),
    initQueryFile: context.text(hive.initQueryFile, [...at, 'initQueryFile']),
    parameters: context.text(hive.parameters, [...at, 'parameters']),
  });
}

function lowerMembers(members: ArgumentMap | undefined, path: Path, context: LoweringContext): Draft | undefined {
  return members && placed(path, mergeArguments({}, members, { path, context }));
}
