import { S3 } from '@aws-sdk/client-s3';
import { answerDeployment } from './answer-deployment.mjs';
import { retireCode } from './retire-code.mjs';

const s3 = new S3({});

/** What the answer, and the log, need at the end. */
const SPARE_MILLISECONDS = 20_000;

/**
 * The function that CloudFormation calls after a pipeline was deployed.
 *
 * @param {import('./answer-deployment.mjs').DeploymentRequest} request
 * @param {{ getRemainingTimeInMillis(): number }} context
 */
export async function handler(request, context) {
  const { Bucket, Prefix, Hashes } = request.ResourceProperties;
  const place = { bucket: String(Bucket), prefix: String(Prefix), hashes: Array.isArray(Hashes) ? Hashes : [] };
  const hasTime = () => context.getRemainingTimeInMillis() > SPARE_MILLISECONDS;
  await answerDeployment(request, () => retireCode(place, { s3, hasTime }));
}
