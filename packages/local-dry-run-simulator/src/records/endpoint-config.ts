import { textAt } from '../container-plans/read-member.js';
import type { RecordKeeper } from './record-keeper.js';

/** EndpointConfig: every execution makes a new one; a given name gets a suffix (facts/sagemaker-pipelines, section 2.1). */
export const keepEndpointConfig: RecordKeeper = ({ name, arnPrefix, now, arguments: request }) => {
  const given = textAt(request, 'EndpointConfigName');
  const made = given === undefined ? name : withSuffix(given, name);
  return {
    describe: {
      ...request,
      EndpointConfigName: made,
      EndpointConfigArn: `${arnPrefix}:endpoint-config/${made.toLowerCase()}`,
      CreationTime: now,
    },
  };
};

const LONGEST = 63;

// The name that SageMaker would make up ends with a suffix that no other execution has.
function withSuffix(given: string, name: string): string {
  const suffix = name.slice(name.lastIndexOf('-'));
  return `${given.slice(0, LONGEST - suffix.length)}${suffix}`;
}
