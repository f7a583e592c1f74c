import type { NetworkConfig, Path, SpecStep, SpecValue } from '@millrace/schema';
import type { Draft } from './draft.js';
import type { LoweringContext } from './lowering-context.js';
import type { StepPlace } from './step-place.js';

/** The network members of a job, in AWS's words; absent ones are undefined. */
export interface NetworkMembers {
  readonly EnableNetworkIsolation: Draft | undefined;
  readonly EnableInterContainerTrafficEncryption: Draft | undefined;
  readonly VpcConfig: Draft | undefined;
}

interface Setting<T> {
  readonly value: T;
  readonly path: Path;
}

/**
 * The network of a step: the pipeline's, overridden key by key by the step's, and isolation last by the
 * body's own flag. With a VPC, traffic between containers is encrypted unless the author says otherwise.
 */
export function networkMembers(
  context: LoweringContext,
  { step, path }: StepPlace,
  isolation?: SpecValue,
): NetworkMembers {
  const sources = networkSources(context, step, path);
  const own =
    isolation === undefined ? undefined : { value: isolation, path: [...path, step.bodyKey, 'enableNetworkIsolation'] };
  const subnets = pick(sources, 'subnetIds');
  const groups = pick(sources, 'securityGroupIds');
  const vpc = subnets === undefined || groups === undefined ? undefined : lowerVpc(context, subnets, groups);
  const encryption = lowerFlag(context, pick(sources, 'encryptInterContainerTraffic'));
  return {
    EnableNetworkIsolation: lowerFlag(context, own ?? pick(sources, 'enableNetworkIsolation')),
    EnableInterContainerTrafficEncryption: encryption ?? (vpc === undefined ? undefined : true),
    VpcConfig: vpc,
  };
}

/** True when any member is set. */
export function hasNetwork(members: NetworkMembers): boolean {
  return Object.values(members).some((member) => member !== undefined);
}

function networkSources(context: LoweringContext, step: SpecStep, path: Path): readonly Setting<NetworkConfig>[] {
  if (step.network === 'none') return [];
  const own = step.network === undefined ? [] : [{ value: step.network, path: [...path, 'network'] }];
  const inherited = context.network;
  return inherited === undefined ? own : [...own, { value: inherited, path: ['pipeline', 'networkConfig'] }];
}

function pick<K extends keyof NetworkConfig>(
  sources: readonly Setting<NetworkConfig>[],
  key: K,
): Setting<NonNullable<NetworkConfig[K]>> | undefined {
  for (const { value, path } of sources) {
    const found = value[key];
    if (found !== undefined) return { value: found, path: [...path, key] };
  }
  return undefined;
}

function lowerFlag(context: LoweringContext, setting: Setting<SpecValue> | undefined): Draft | undefined {
  return setting === undefined ? undefined : context.value(setting.value, setting.path);
}

function lowerVpc(
  context: LoweringContext,
  subnets: Setting<readonly SpecValue[]>,
  groups: Setting<readonly SpecValue[]>,
): Draft {
  return {
    SecurityGroupIds: context.texts(groups.value, groups.path),
    Subnets: context.texts(subnets.value, subnets.path),
  };
}
