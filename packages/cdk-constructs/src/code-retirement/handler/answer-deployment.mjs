/**
 * A request of CloudFormation to a custom resource, as far as it matters here.
 *
 * @typedef {object} DeploymentRequest
 * @property {'Create' | 'Update' | 'Delete'} RequestType
 * @property {string} ResponseURL
 * @property {string} StackId
 * @property {string} RequestId
 * @property {string} LogicalResourceId
 * @property {string} [PhysicalResourceId]
 * @property {Record<string, unknown>} ResourceProperties
 */

/**
 * Does the work of a custom resource and answers CloudFormation, which waits an hour for an answer that does not come.
 * Housekeeping holds up no deployment: where the work fails, the log says why and the answer is that all is well, for
 * otherwise the rollback would fail for the same reason.
 *
 * @param {DeploymentRequest} request
 * @param {() => Promise<object>} work
 */
export async function answerDeployment(request, work) {
  const { RequestType, StackId, RequestId, LogicalResourceId, PhysicalResourceId = LogicalResourceId } = request;
  const outcome = RequestType === 'Delete' ? {} : await work().catch(problemOf);
  console.log(JSON.stringify({ RequestType, ...outcome }));
  const answer = { Status: 'SUCCESS', StackId, RequestId, LogicalResourceId, PhysicalResourceId };
  const response = await fetch(request.ResponseURL, { method: 'PUT', body: JSON.stringify(answer) });
  if (!response.ok) throw new Error(`CloudFormation did not take the answer: ${response.status}`);
}

/** @param {unknown} error */
function problemOf(error) {
  return { problem: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
}
