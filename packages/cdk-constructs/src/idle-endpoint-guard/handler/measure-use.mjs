/** @import { MetricDataQuery } from '@aws-sdk/client-cloudwatch' */
/** @import { Endpoint } from './find-endpoints.mjs' */
/** @import { Clients, Settings } from './settings.mjs' */
import { allPages } from './retry.mjs';

const HOUR = 3_600_000;
/** Of one GetMetricData call. */
const MOST_QUERIES = 500;

/** @typedef {{ endpoint: string, query: MetricDataQuery }} Question */

/**
 * Names of the endpoints that somebody used within the idle time. CloudWatch has no values where nobody did.
 *
 * @param {Endpoint[]} endpoints
 * @param {Settings} settings
 * @param {Clients} clients
 * @returns {Promise<Set<string>>}
 */
export async function usedEndpoints(endpoints, settings, clients) {
  const questions = endpoints.flatMap(questionsOf).map((question, index) => withId(question, `q${index}`));
  const owner = new Map(questions.map(({ endpoint, query }) => [query.Id, endpoint]));
  const used = new Set();
  for (let start = 0; start < questions.length; start += MOST_QUERIES) {
    const queries = questions.slice(start, start + MOST_QUERIES).map(({ query }) => query);
    for (const { Id, Values } of await ask(queries, settings, clients))
      if (Values?.some((value) => value > 0)) used.add(owner.get(Id));
  }
  return used;
}

/**
 * @param {MetricDataQuery[]} MetricDataQueries
 * @param {Settings} settings
 * @param {Clients} clients
 */
function ask(MetricDataQueries, { idleHours }, clients) {
  const EndTime = clients.now();
  const StartTime = new Date(EndTime.getTime() - idleHours * HOUR);
  return allPages(clients, async (NextToken) => {
    const input = { MetricDataQueries, StartTime, EndTime, ...(NextToken !== undefined && { NextToken }) };
    const page = await clients.cloudWatch.getMetricData(input);
    return { items: page.MetricDataResults, next: page.NextToken };
  });
}

/**
 * Asynchronous endpoints publish no `Invocations` ("Monitor asynchronous endpoint"): a request shows in the queue, and
 * in the time that it took.
 *
 * @param {Endpoint} endpoint
 * @returns {Question[]}
 */
function questionsOf({ name, variants, components, queued }) {
  const ofEndpoint = { EndpointName: name };
  return [
    ...variants.map((variant) => {
      const dimensions = { ...ofEndpoint, VariantName: variant.name };
      return queued
        ? question(name, { metric: 'TotalProcessingTime', statistic: 'SampleCount', dimensions })
        : question(name, { metric: 'Invocations', statistic: 'Sum', dimensions });
    }),
    ...components.map((InferenceComponentName) =>
      question(name, { metric: 'Invocations', statistic: 'Sum', dimensions: { InferenceComponentName } }),
    ),
    ...(queued
      ? [question(name, { metric: 'ApproximateBacklogSize', statistic: 'Maximum', dimensions: ofEndpoint })]
      : []),
  ];
}

/**
 * @param {string} endpoint
 * @param {{ metric: string, statistic: string, dimensions: Record<string, string> }} about
 * @returns {Question}
 */
function question(endpoint, { metric: MetricName, statistic: Stat, dimensions }) {
  const Dimensions = Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }));
  const Metric = { Namespace: 'AWS/SageMaker', MetricName, Dimensions };
  return { endpoint, query: { Id: '', MetricStat: { Metric, Period: 3600, Stat }, ReturnData: true } };
}

/**
 * @param {Question} question
 * @param {string} Id
 * @returns {Question}
 */
function withId({ endpoint, query }, Id) {
  return { endpoint, query: { ...query, Id } };
}
