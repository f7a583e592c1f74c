import { setTimeout as sleep } from 'node:timers/promises';
import { CloudWatch } from '@aws-sdk/client-cloudwatch';
import { SageMaker } from '@aws-sdk/client-sagemaker';
import { SNS } from '@aws-sdk/client-sns';
import { guardEndpoints } from './guard-endpoints.mjs';

const clients = {
  sageMaker: new SageMaker({}),
  cloudWatch: new CloudWatch({}),
  sns: new SNS({}),
  now: () => new Date(),
  sleep,
};

/** The function that the schedule calls; what it returns is seen in its log. */
export async function handler() {
  const done = await guardEndpoints(JSON.parse(process.env['SETTINGS'] ?? ''), clients);
  console.log(JSON.stringify(done));
  return done;
}
