import type { RecordKeeper } from './record-keeper.js';
import { resourceArn } from './resource-arn.js';

/** InferenceComponent: created, or updated where one of that name exists. */
export const keepInferenceComponent: RecordKeeper = ({ arnPrefix, now, arguments: request }) => {
  const own = { arnPrefix, kind: 'inference-component', arguments: request, member: 'InferenceComponentName' };
  const arn = resourceArn(own);
  if (arn === undefined) return { problem: 'InferenceComponentName is missing' };
  const endpoint = resourceArn({ ...own, kind: 'endpoint', member: 'EndpointName' });
  return {
    describe: {
      ...request,
      InferenceComponentArn: arn,
      ...(endpoint === undefined ? {} : { EndpointArn: endpoint }),
      InferenceComponentStatus: 'InService',
      CreationTime: now,
      LastModifiedTime: now,
    },
    partial: true,
  };
};
