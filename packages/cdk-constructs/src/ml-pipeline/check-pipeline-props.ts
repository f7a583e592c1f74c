import { DEPLOY_VALUE_FAMILIES, DEPLOY_VALUE_NAMES, didYouMean, isDeployValueName } from '@millrace/schema';
import { Token } from 'aws-cdk-lib';
import type { WrongProp } from '../refuse/refuse.js';
import type { MlPipelineProps } from './ml-pipeline-props.js';

/** What is wrong with the settings of a pipeline, beside what its source says. */
export function wrongPipelineProps(props: MlPipelineProps): readonly WrongProp[] {
  const noSource = wrongSource(props.source);
  if (noSource.length > 0) return noSource;
  return [...wrongEnvironment(props), ...wrongValues(props), ...twoStores(props), ...twoRoles(props)];
}

/** Types keep a source from being forgotten, or not awaited; programs in JavaScript have none. */
function wrongSource(source: unknown): WrongProp[] {
  if (typeof source === 'object' && source !== null && 'pipeline' in source) return [];
  const given = source instanceof Promise ? 'a Promise' : source;
  const help = 'Write: source: await PipelineSource.fromSpecFile("pipeline.yaml").';
  return [{ prop: 'source', given, allowed: 'a PipelineSource, awaited', help }];
}

/** The environment of a pipeline; whoever says it, all say the same. */
export function environmentOf({ environment, artifacts, values }: MlPipelineProps): string {
  return environment ?? artifacts?.environment ?? values?.['environment'] ?? 'dev';
}

function wrongEnvironment(props: MlPipelineProps): WrongProp[] {
  const environment = environmentOf(props);
  if (Token.isUnresolved(environment) || !/^[a-z0-9][a-z0-9-]*$/.test(environment)) {
    const allowed = 'lower-case letters, digits and "-", as text and no token';
    return [{ prop: 'environment', given: environment, allowed, help: 'Write dev, or prod.' }];
  }
  const others = {
    'artifacts.environment': props.artifacts?.environment,
    'values.environment': props.values?.['environment'],
  };
  return Object.entries(others)
    .filter(([, given]) => given !== undefined && given !== environment)
    .map(([prop, given]) => ({
      prop,
      given,
      allowed: `"${environment}", the environment of the pipeline`,
      help: 'Its artifacts lie below the name of its environment: say the same in both places.',
    }));
}

function wrongValues({ values = {} }: MlPipelineProps): WrongProp[] {
  return Object.keys(values)
    .filter((name) => !isDeployValueName(name))
    .map((name) => {
      const near = didYouMean(name, DEPLOY_VALUE_NAMES);
      const families = DEPLOY_VALUE_FAMILIES.map((family) => `${family}…`);
      return {
        prop: 'values',
        given: name,
        allowed: [...DEPLOY_VALUE_NAMES, ...families].join(', '),
        help: near === undefined ? 'Parameters of the pipeline have defaults in the spec.' : `Did you mean ${near}?`,
      };
    });
}

function twoStores({ source, artifacts }: MlPipelineProps): WrongProp[] {
  const { existingBucket, existingKeyArn } = source.pipeline.settings.platform;
  if (artifacts === undefined || (existingBucket === undefined && existingKeyArn === undefined)) return [];
  const allowed = 'nothing, where the spec names a bucket or key that was there before';
  const help = 'Remove it here, or pipelineBucketName and pipelineKmsKeyArn from the spec.';
  return [{ prop: 'artifacts', given: artifacts.node.path, allowed, help }];
}

function twoRoles({ source, role }: MlPipelineProps): WrongProp[] {
  const { existingPipelineRoleArn } = source.pipeline.settings.platform;
  if (role === undefined || existingPipelineRoleArn === undefined) return [];
  const allowed = 'nothing, where the spec names a role that was there before';
  return [{ prop: 'role', given: role.node.path, allowed, help: 'Remove it here, or pipeline.roleArn from the spec.' }];
}
