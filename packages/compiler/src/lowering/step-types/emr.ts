import type { EmrBody, Path } from '@millrace/schema';
import { type Draft, placed } from '../draft.js';
import type { LoweringContext } from '../lowering-context.js';
import { mergeArguments } from '../merge-arguments.js';
import type { LoweredStep, PlaceOf } from '../step-place.js';

/** Lowers an EMR step. */
export function lowerEmr({ step, path }: PlaceOf<'EMR'>, context: LoweringContext): LoweredStep {
  const { body, bodyKey } = step;
  const at = [...path, bodyKey];
  const configPath = [...at, 'clusterConfig'];
  return {
    arguments: {
      ClusterId: context.text(body.clusterId, [...at, 'clusterId']),
      ClusterConfig:
        body.clusterConfig && placed(configPath, mergeArguments({}, body.clusterConfig, { path: configPath, context })),
      StepConfig: lowerStepConfig(body.step, [...at, 'step'], context),
      ExecutionRoleArn: context.text(body.executionRoleArn, [...at, 'executionRoleArn']),
    },
  };
}

function lowerStepConfig(step: EmrBody['step'], at: Path, context: LoweringContext): Draft | undefined {
  const properties = Object.entries(step.properties ?? {}).map(([key, value]) => ({
    Key: key,
    Value: context.text(value, [...at, 'properties', key]),
  }));
  return placed(at, {
    ActionOnFailure: context.text(step.actionOnFailure, [...at, 'actionOnFailure']),
    HadoopJarStep: {
      Jar: context.text(step.jar, [...at, 'jar']),
      Args: context.texts(step.args, [...at, 'args']),
      MainClass: context.text(step.mainClass, [...at, 'mainClass']),
      Properties: properties.length === 0 ? undefined : properties,
    },
  });
}
