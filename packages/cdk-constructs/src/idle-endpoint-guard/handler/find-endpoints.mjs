/** @import { EndpointSummary } from '@aws-sdk/client-sagemaker' */
/** @import { Clients, Settings, Tag } from './settings.mjs' */
import { allPages, retrying } from './retry.mjs';

/**
 * An endpoint that may be idle.
 *
 * @typedef {object} Endpoint
 * @property {string} name
 * @property {string} arn
 * @property {Variant[]} variants Those that shadow others included.
 * @property {string[]} components Names of its inference components.
 * @property {boolean} queued Whether it is asynchronous.
 */

/** @typedef {{ name: string, instances: number, provisioned: number }} Variant */

const HOUR = 3_600_000;

/**
 * Endpoints that are in service, are older than the idle time and were not changed within it, are not kept, and cost
 * something while nobody asks them.
 *
 * @param {Settings} settings
 * @param {Clients} clients
 * @returns {Promise<Endpoint[]>}
 */
export async function findEndpoints(settings, clients) {
  const found = [];
  for (const summary of await listEndpoints(settings, clients)) {
    if (!(await isWatched(summary, settings, clients))) continue;
    const endpoint = await describe(summary, clients);
    if (endpoint?.variants.some(({ instances, provisioned }) => instances + provisioned > 0)) found.push(endpoint);
  }
  return found;
}

/**
 * @param {Settings} settings
 * @param {Clients} clients
 */
async function listEndpoints({ namePrefix, idleHours }, clients) {
  const before = new Date(clients.now().getTime() - idleHours * HOUR);
  const all = await allPages(clients, async (NextToken) => {
    const { Endpoints, NextToken: next } = await clients.sageMaker.listEndpoints({
      StatusEquals: 'InService',
      // No endpoint was changed before it was made, so this leaves out the young ones too.
      LastModifiedTimeBefore: before,
      MaxResults: 100,
      ...(namePrefix !== undefined && { NameContains: namePrefix }),
      ...(NextToken !== undefined && { NextToken }),
    });
    return { items: Endpoints, next };
  });
  // AWS finds the text anywhere in the name.
  return all.filter(({ EndpointName = '' }) => EndpointName.startsWith(namePrefix ?? ''));
}

/**
 * @param {EndpointSummary} summary
 * @param {Settings} settings
 * @param {Clients} clients
 */
async function isWatched({ EndpointArn: ResourceArn }, { tag, keepTag }, clients) {
  const tags = await allPages(clients, async (NextToken) => {
    const page = await clients.sageMaker.listTags({ ResourceArn, ...(NextToken !== undefined && { NextToken }) });
    return { items: page.Tags, next: page.NextToken };
  });
  const has = (/** @type {Tag} */ { key, value }) => tags.some(({ Key, Value }) => Key === key && Value === value);
  return !has(keepTag) && (tag === undefined || has(tag));
}

/**
 * Undefined where the endpoint has begun to change, or is gone, since the list was made.
 *
 * @param {EndpointSummary} summary
 * @param {Clients} clients
 * @returns {Promise<Endpoint | undefined>}
 */
async function describe({ EndpointName = '', EndpointArn = '' }, clients) {
  const described = await retrying(clients, () => clients.sageMaker.describeEndpoint({ EndpointName }));
  if (described.EndpointStatus !== 'InService') return undefined;
  const variants = [...(described.ProductionVariants ?? []), ...(described.ShadowProductionVariants ?? [])];
  return {
    name: EndpointName,
    arn: EndpointArn,
    variants: variants.map(({ VariantName = '', CurrentInstanceCount = 0, CurrentServerlessConfig }) => ({
      name: VariantName,
      instances: CurrentInstanceCount,
      provisioned: CurrentServerlessConfig?.ProvisionedConcurrency ?? 0,
    })),
    components: await componentsOf(EndpointName, clients),
    queued: described.AsyncInferenceConfig !== undefined,
  };
}

/**
 * @param {string} EndpointNameEquals
 * @param {Clients} clients
 */
async function componentsOf(EndpointNameEquals, clients) {
  const components = await allPages(clients, async (NextToken) => {
    const input = { EndpointNameEquals, ...(NextToken !== undefined && { NextToken }) };
    const page = await clients.sageMaker.listInferenceComponents(input);
    return { items: page.InferenceComponents, next: page.NextToken };
  });
  return components.map(({ InferenceComponentName = '' }) => InferenceComponentName);
}
