/** @import { Endpoint } from './find-endpoints.mjs' */
/** @import { Clients, Settings } from './settings.mjs' */
import { findEndpoints } from './find-endpoints.mjs';
import { usedEndpoints } from './measure-use.mjs';
import { retrying } from './retry.mjs';

/**
 * What became of an idle endpoint.
 *
 * @typedef {object} Verdict
 * @property {string} endpoint
 * @property {'warned' | 'scaled in' | 'deleted' | 'failed'} done
 * @property {string} why
 */

/**
 * Looks for endpoints that nobody uses, does with them what it is told, and says so on the topic.
 *
 * @param {Settings} settings
 * @param {Clients} clients
 * @returns {Promise<{ watched: number, idle: Verdict[] }>}
 * @throws Error after all endpoints are done, where AWS refused something; the alarm on the function's errors tells of it
 */
export async function guardEndpoints(settings, clients) {
  const endpoints = await findEndpoints(settings, clients);
  const used = await usedEndpoints(endpoints, settings, clients);
  /** @type {Verdict[]} */
  const idle = [];
  for (const endpoint of endpoints.filter(({ name }) => !used.has(name)))
    idle.push(await dealWith(endpoint, settings, clients));
  if (idle.length > 0) await tell(idle, settings, clients);
  const failed = idle.filter(({ done }) => done === 'failed');
  if (failed.length > 0) throw new Error(failed.map(line).join('\n'));
  return { watched: endpoints.length, idle };
}

/**
 * @param {Endpoint} endpoint
 * @param {Settings} settings
 * @param {Clients} clients
 * @returns {Promise<Verdict>}
 */
async function dealWith(endpoint, settings, clients) {
  const why = `no request within ${settings.idleHours} hours`;
  try {
    return { endpoint: endpoint.name, why, ...(await ACTIONS[settings.mode](endpoint, clients)) };
  } catch (error) {
    return { endpoint: endpoint.name, done: 'failed', why: `${why}; ${String(error)}` };
  }
}

/** @type {Record<Settings['mode'], (endpoint: Endpoint, clients: Clients) => Promise<Pick<Verdict, 'done'> & { why?: string }>>} */
const ACTIONS = {
  warn: async () => ({ done: 'warned' }),
  'scale-in': scaleIn,
  delete: remove,
};

/**
 * Leaves one machine for each variant: fewer are not to be had in real time.
 *
 * @param {Endpoint} endpoint
 * @param {Clients} clients
 * @returns {Promise<Pick<Verdict, 'done'> & { why?: string }>}
 */
async function scaleIn({ name: EndpointName, variants }, clients) {
  const large = variants.filter(({ instances }) => instances > 1);
  if (large.length === 0) return { done: 'warned', why: 'idle, and as small as it can be' };
  const DesiredWeightsAndCapacities = large.map(({ name }) => ({ VariantName: name, DesiredInstanceCount: 1 }));
  const input = { EndpointName, DesiredWeightsAndCapacities };
  await retrying(clients, () => clients.sageMaker.updateEndpointWeightsAndCapacities(input));
  return { done: 'scaled in' };
}

/**
 * The endpoint goes; its configuration and models stay, so that it can be made again.
 *
 * @param {Endpoint} endpoint
 * @param {Clients} clients
 * @returns {Promise<Pick<Verdict, 'done'> & { why?: string }>}
 */
async function remove({ name: EndpointName, components }, clients) {
  if (components.length > 0)
    return { done: 'warned', why: `idle, but it hosts inference components: ${components.join(', ')}` };
  await retrying(clients, () => clients.sageMaker.deleteEndpoint({ EndpointName }));
  return { done: 'deleted' };
}

/**
 * @param {Verdict[]} idle
 * @param {Settings} settings
 * @param {Clients} clients
 */
async function tell(idle, { topicArn, keepTag }, clients) {
  const help = `Tag an endpoint ${keepTag.key}=${keepTag.value} to have it left alone.`;
  // A message has at most 256 KB (Publish).
  const shown = idle.slice(0, 1000).map(line);
  const rest = idle.length > shown.length ? [`and ${idle.length - shown.length} more`] : [];
  const Message = ['SageMaker endpoints that nobody uses:', ...shown, ...rest, help].join('\n');
  const Subject = `${idle.length} idle SageMaker endpoint${idle.length === 1 ? '' : 's'}`;
  await retrying(clients, () => clients.sns.publish({ TopicArn: topicArn, Subject, Message }));
}

/** @param {Verdict} verdict */
function line({ endpoint, done, why }) {
  return `${endpoint}: ${done} (${why})`;
}
