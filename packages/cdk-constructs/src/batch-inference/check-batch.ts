import { wrongNetwork } from '../model-endpoint/endpoint-network.js';
import { outOfRange } from '../refuse/out-of-range.js';
import type { WrongProp } from '../refuse/refuse.js';
import { wrongInstanceType } from '../refuse/wrong-instance-type.js';
import { wrongRegisteredModels } from '../registered-models/check-registered-models.js';
import type { BatchInferenceProps } from './batch-inference-props.js';

/** All that is wrong with the settings of a batch inference. */
export function wrongBatch(props: BatchInferenceProps): readonly WrongProp[] {
  const { instanceType, instanceCount, maxConcurrentTransforms, maxPayloadInMb } = props.compute;
  return [
    ...wrongRegisteredModels(props),
    ...wrongInstanceType('compute.instanceType', instanceType),
    ...outOfRange('compute.instanceCount', instanceCount, { min: 1 }),
    ...outOfRange('compute.maxConcurrentTransforms', maxConcurrentTransforms, { min: 0 }),
    ...outOfRange('compute.maxPayloadInMb', maxPayloadInMb, { min: 0, max: 100 }),
    ...wrongPrefix('input.prefix', props.input.prefix),
    ...wrongPrefix('output.prefix', props.output.prefix),
    ...wrongNetwork(props.network),
  ];
}

/** A prefix that is empty would open the whole bucket, one with a leading slash is another one than people mean. */
function wrongPrefix(prop: string, given: string): readonly WrongProp[] {
  if (given.replace(/\/+$/, '') !== '' && !given.startsWith('/')) return [];
  const allowed = 'a key prefix without a slash at its beginning, as prod/churn-sm-pipeline/data/batch-input/';
  return [{ prop, given, allowed, help: 'The whole bucket cannot be the data: name a prefix.' }];
}
