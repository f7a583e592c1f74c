import type { RecordKeeper } from './record-keeper.js';
import { resourceArn } from './resource-arn.js';

/** Endpoint: created, or updated where one of that name exists; a run that deploys nothing cannot tell the two apart. */
export const keepEndpoint: RecordKeeper = ({ arnPrefix, now, arguments: request }) => {
  const arn = resourceArn({ arnPrefix, kind: 'endpoint', arguments: request, member: 'EndpointName' });
  if (arn === undefined) return { problem: 'EndpointName is missing' };
  return {
    describe: {
      ...request,
      EndpointArn: arn,
      EndpointStatus: 'InService',
      CreationTime: now,
      LastModifiedTime: now,
    },
    partial: true,
  };
};
