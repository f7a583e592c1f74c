/**
 * What the guard is told; its construct writes it into the function's environment as JSON.
 *
 * @typedef {object} Settings
 * @property {'warn' | 'scale-in' | 'delete'} mode
 * @property {number} idleHours Hours without a request after which an endpoint is idle.
 * @property {string} [namePrefix] Only endpoints whose name begins so.
 * @property {Tag} [tag] Only endpoints with this tag.
 * @property {Tag} keepTag Endpoints with this tag are left alone.
 * @property {string} topicArn Hears of idle endpoints.
 */

/** @typedef {{ key: string, value: string }} Tag */

/**
 * What the guard does its work with: clients of the SDK, or anything that answers as they do.
 *
 * @typedef {object} Clients
 * @property {Pick<import('@aws-sdk/client-sagemaker').SageMaker, SageMakerCall>} sageMaker
 * @property {Pick<import('@aws-sdk/client-cloudwatch').CloudWatch, 'getMetricData'>} cloudWatch
 * @property {Pick<import('@aws-sdk/client-sns').SNS, 'publish'>} sns
 * @property {() => Date} now
 * @property {(milliseconds: number) => Promise<unknown>} sleep
 */

/**
 * @typedef {'listEndpoints' | 'listTags' | 'describeEndpoint' | 'listInferenceComponents' | 'deleteEndpoint'
 *   | 'updateEndpointWeightsAndCapacities'} SageMakerCall
 */

export {};
