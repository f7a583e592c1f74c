import { isSingleTuning, type Path, type TuningBody, type TuningDefinition, type TuningRanges } from '@millrace/schema';
import { type Draft, placed } from '../draft.js';
import { floatValue } from '../float-value.js';
import type { LoweringContext } from '../lowering-context.js';
import type { LoweredStep, PlaceOf } from '../step-place.js';
import { fixedHyperparameters, trainingJobMembers } from '../training-job-members.js';

type Place = PlaceOf<'Tuning'>;

/** Lowers a Tuning step to the members of CreateHyperParameterTuningJob. */
export function lowerTuning(place: Place, context: LoweringContext): LoweredStep {
  const { body, bodyKey } = place.step;
  const at = [...place.path, bodyKey];
  const single = isSingleTuning(body) ? { definition: body, at, place } : undefined;
  const list = [...at, 'trainingDefinitions'];
  return {
    arguments: {
      HyperParameterTuningJobConfig: {
        ...lowerConfig(body, at, context),
        ...(single && lowerSearch(single, context, SINGLE_MEMBERS)),
      },
      TrainingJobDefinition: single && lowerDefinition(single, context),
      TrainingJobDefinitions: body.trainingDefinitions?.map((definition, index) => {
        const part = { definition, at: [...list, index], place };
        const members = { ...lowerSearch(part, context, LIST_MEMBERS), ...lowerDefinition(part, context) };
        return placed(part.at, { DefinitionName: definition.name, ...members }) ?? null;
      }),
      WarmStartConfig: lowerWarmStart(body, [...at, 'warmStart'], context),
      Autotune: body.autotune === true ? placed([...at, 'autotune'], { Mode: 'Enabled' }) : undefined,
    },
  };
}

/** A kind of training job in a tuning job, and its place. */
interface Part {
  readonly definition: TuningDefinition;
  readonly at: Path;
  readonly place: Place;
}

/** The names of the two members that say what is looked for: they differ between a single definition and a list. */
interface SearchMembers {
  readonly objective: string;
  readonly ranges: string;
}

const SINGLE_MEMBERS: SearchMembers = { objective: 'HyperParameterTuningJobObjective', ranges: 'ParameterRanges' };
const LIST_MEMBERS: SearchMembers = { objective: 'TuningObjective', ranges: 'HyperParameterRanges' };

function lowerConfig(
  body: TuningBody,
  at: Path,
  context: LoweringContext,
): Readonly<Record<string, Draft | undefined>> {
  const { maxJobs, maxParallelJobs, maxRuntime } = body.limits;
  return {
    Strategy: placed([...at, 'strategy'], body.strategy ?? 'Bayesian'),
    StrategyConfig: body.hyperband && {
      HyperbandStrategyConfig: {
        MinResource: context.value(body.hyperband.minResource, [...at, 'hyperband', 'minResource']),
        MaxResource: context.value(body.hyperband.maxResource, [...at, 'hyperband', 'maxResource']),
      },
    },
    ResourceLimits: placed([...at, 'limits'], {
      MaxNumberOfTrainingJobs: maxJobs,
      MaxParallelTrainingJobs: maxParallelJobs,
      MaxRuntimeInSeconds: maxRuntime,
    }),
    TrainingJobEarlyStoppingType: placed([...at, 'earlyStopping'], body.earlyStopping ?? 'Off'),
    TuningJobCompletionCriteria: lowerCompletion(body, [...at, 'completion'], context),
    RandomSeed: context.value(body.randomSeed, [...at, 'randomSeed']),
  };
}

function lowerCompletion({ completion }: TuningBody, at: Path, context: LoweringContext): Draft | undefined {
  if (completion === undefined) return undefined;
  const { targetValue, maxJobsWithoutImprovement, onConvergence } = completion;
  return placed(at, {
    TargetObjectiveMetricValue: floatValue(targetValue, [...at, 'targetValue'], context),
    BestObjectiveNotImproving: maxJobsWithoutImprovement && {
      MaxNumberOfTrainingJobsNotImproving: context.value(maxJobsWithoutImprovement, [
        ...at,
        'maxJobsWithoutImprovement',
      ]),
    },
    ConvergenceDetected:
      onConvergence === undefined ? undefined : { CompleteOnConvergence: onConvergence ? 'Enabled' : 'Disabled' },
  });
}

function lowerWarmStart({ warmStart }: TuningBody, at: Path, context: LoweringContext): Draft | undefined {
  if (warmStart === undefined) return undefined;
  return placed(at, {
    ParentHyperParameterTuningJobs: warmStart.parents.map((parent, index) => ({
      HyperParameterTuningJobName: context.text(parent, [...at, 'parents', index]),
    })),
    WarmStartType: context.text(warmStart.type, [...at, 'type']),
  });
}

function lowerSearch(
  { definition, at }: Part,
  context: LoweringContext,
  members: SearchMembers,
): Readonly<Record<string, Draft | undefined>> {
  const { name, type } = definition.objective;
  return {
    [members.objective]: placed([...at, 'objective'], { Type: type, MetricName: name }),
    [members.ranges]: lowerRanges(definition.ranges, [...at, 'ranges'], context),
  };
}

function lowerRanges(ranges: TuningRanges, at: Path, context: LoweringContext): Draft | undefined {
  const numeric = (kind: 'integer' | 'continuous') =>
    Object.entries(ranges[kind] ?? {}).map(([name, { min, max, scaling }]) => {
      const path = [...at, kind, name];
      return (
        placed(path, {
          Name: name,
          MinValue: context.text(min, [...path, 'min']),
          MaxValue: context.text(max, [...path, 'max']),
          ScalingType: context.text(scaling, [...path, 'scaling']) ?? 'Auto',
        }) ?? null
      );
    });
  const categorical = Object.entries(ranges.categorical ?? {}).map(([name, values]) => {
    const path = [...at, 'categorical', name];
    return placed(path, { Name: name, Values: context.texts(values, path) }) ?? null;
  });
  return placed(at, {
    IntegerParameterRanges: numeric('integer'),
    ContinuousParameterRanges: numeric('continuous'),
    CategoricalParameterRanges: categorical,
  });
}

function lowerDefinition(
  { definition, at, place }: Part,
  context: LoweringContext,
): Readonly<Record<string, Draft | undefined>> {
  const hyperparameters = { values: definition.staticHyperparameters, at: [...at, 'staticHyperparameters'] };
  const job = { fields: definition, at, place, hyperparameters };
  return { StaticHyperParameters: fixedHyperparameters(job, context), ...trainingJobMembers(job, context) };
}
