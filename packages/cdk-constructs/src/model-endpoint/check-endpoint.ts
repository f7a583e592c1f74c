import { Token } from 'aws-cdk-lib';
import { outOfRange } from '../refuse/out-of-range.js';
import type { WrongProp } from '../refuse/refuse.js';
import { wrongDataCapture } from './data-capture.js';
import type { DeploymentPolicy } from './deployment-policy.js';
import { wrongModel } from './endpoint-model.js';
import { wrongNetwork } from './endpoint-network.js';
import type { ModelEndpointProps } from './model-endpoint-props.js';

/** The names of an endpoint, defaults filled in. */
export interface EndpointNames {
  readonly stageName: string;
  readonly endpointName: string;
}

/** All that is wrong with an endpoint's settings, alone and together. */
export function wrongEndpoint(
  props: ModelEndpointProps,
  { stageName, endpointName }: EndpointNames,
  deployment: DeploymentPolicy,
): readonly WrongProp[] {
  return [
    ...wrongText('projectName', props.projectName, /^[a-zA-Z\d][-a-zA-Z\d]{0,31}$/),
    ...wrongText('stageName', stageName, /^[a-z\d-]{1,20}$/),
    ...wrongText('endpointName', endpointName, /^[a-zA-Z\d](-*[a-zA-Z\d]){0,62}$/),
    ...wrongModel(props.model, props.executionRole !== undefined),
    ...wrongNetwork(props.network),
    ...wrongDataCapture(props.dataCapture),
    ...props.compute.wrongProps(),
    ...deployment.wrongProps(props.compute.fixedInstances),
    ...outOfRange('resultsExpireAfter (days)', props.resultsExpireAfter?.toDays({ integral: false }), { min: 1 }),
    ...wrongTogether(props, deployment),
  ];
}

/** What AWS refuses with this kind of compute. */
function wrongTogether(props: ModelEndpointProps, deployment: DeploymentPolicy): readonly WrongProp[] {
  const { kind, refused } = props.compute;
  const given = {
    network: props.network && { subnetIds: props.network.subnetIds },
    dataCapture: props.dataCapture,
    canaryInstances: deployment.countsInstances ? 'a share counted in instances' : undefined,
  };
  const features = ['network', 'dataCapture', 'canaryInstances'] as const;
  return features.flatMap((feature) => {
    const why = refused[feature];
    if (why === undefined || given[feature] === undefined) return [];
    const prop = feature === 'canaryInstances' ? 'deployment.share' : feature;
    const help = `Leave it out, or use another compute: ${why}.`;
    return [{ prop, given: given[feature], allowed: `nothing with ${kind} compute`, help }];
  });
}

function wrongText(prop: string, given: string, pattern: RegExp): readonly WrongProp[] {
  if (Token.isUnresolved(given) || pattern.test(given)) return [];
  return [{ prop, given, allowed: `text like ${pattern.source}`, help: 'It becomes part of names in AWS.' }];
}
