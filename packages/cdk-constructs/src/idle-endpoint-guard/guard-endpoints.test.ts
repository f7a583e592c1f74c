import type { GetMetricDataCommandInput } from '@aws-sdk/client-cloudwatch';
import type {
  DescribeEndpointCommandOutput,
  ListEndpointsCommandInput,
  UpdateEndpointWeightsAndCapacitiesCommandInput,
} from '@aws-sdk/client-sagemaker';
import { describe, expect, it } from 'vitest';
import { guardEndpoints } from './handler/guard-endpoints.mjs';
import type { Clients, Settings } from './handler/settings.mjs';

const NOW = new Date('2026-11-21T12:00:00Z');
const HOUR = 3_600_000;

/** An endpoint of the account that the tests guard. */
interface Served {
  readonly name: string;
  readonly tags?: Readonly<Record<string, string>>;
  /** Instances of each variant. */
  readonly variants?: Readonly<Record<string, number>>;
  /** Instances of each variant that shadows another. */
  readonly shadows?: Readonly<Record<string, number>>;
  readonly provisionedConcurrency?: number;
  readonly components?: readonly string[];
  readonly asynchronous?: boolean;
  readonly status?: DescribeEndpointCommandOutput['EndpointStatus'];
  /** Metrics with a value, as `Invocations/AllTraffic`; the last part is the value of the last dimension. */
  readonly metrics?: readonly string[];
  /** Hours ago. */
  readonly created?: number;
  readonly modified?: number;
}

interface Account {
  readonly deleted: string[];
  readonly scaled: UpdateEndpointWeightsAndCapacitiesCommandInput[];
  readonly messages: string[];
  readonly slept: number[];
  readonly listed: ListEndpointsCommandInput[];
  readonly asked: GetMetricDataCommandInput[];
}

const $metadata = {};
const arnOf = (name: string) => `arn:aws:sagemaker:eu-west-1:123456789012:endpoint/${name}`;
const ago = (hours: number) => new Date(NOW.getTime() - hours * HOUR);

/** AWS as far as the guard sees it: pages of two, times and statuses filtered as the service does. */
function account(served: readonly Served[], failures: Record<string, Error[]> = {}): Account & { clients: Clients } {
  const seen: Account = { deleted: [], scaled: [], messages: [], slept: [], listed: [], asked: [] };
  const failing = (call: string) => {
    const error = failures[call]?.shift();
    if (error !== undefined) throw error;
  };
  const the = (name: string | undefined) => {
    const found = served.find((it) => it.name === name);
    if (found === undefined) throw new Error(`no endpoint ${name}`);
    return found;
  };
  const page = <T>(all: readonly T[], token: string | undefined) => {
    const start = Number(token ?? 0);
    return { items: all.slice(start, start + 2), next: start + 2 < all.length ? { NextToken: String(start + 2) } : {} };
  };
  const clients: Clients = {
    now: () => NOW,
    sleep: async (milliseconds) => seen.slept.push(milliseconds),
    sageMaker: {
      listEndpoints: async (input: ListEndpointsCommandInput) => {
        failing('listEndpoints');
        seen.listed.push(input);
        const found = served.filter(
          ({ name, created = 1000, modified = created, status = 'InService' }) =>
            (status === input.StatusEquals || status === 'Updating') &&
            name.includes(input.NameContains ?? '') &&
            ago(modified) < (input.LastModifiedTimeBefore ?? NOW),
        );
        const { items, next } = page(found, input.NextToken);
        const Endpoints = items.map(({ name, created = 1000, modified = created, status = 'InService' }) => ({
          EndpointName: name,
          EndpointArn: arnOf(name),
          EndpointStatus: status,
          CreationTime: ago(created),
          LastModifiedTime: ago(modified),
        }));
        return { $metadata, Endpoints, ...next };
      },
      listTags: async ({ ResourceArn, NextToken }: { ResourceArn?: string; NextToken?: string }) => {
        const { tags = {} } = the(ResourceArn?.split('/').at(-1));
        const { items, next } = page(Object.entries(tags), NextToken);
        return { $metadata, Tags: items.map(([Key, Value]) => ({ Key, Value })), ...next };
      },
      describeEndpoint: async ({ EndpointName }: { EndpointName?: string }) => {
        failing('describeEndpoint');
        const { name, variants = { AllTraffic: 1 }, asynchronous, status = 'InService', ...it } = the(EndpointName);
        return {
          $metadata,
          EndpointName: name,
          EndpointArn: arnOf(name),
          EndpointStatus: status,
          CreationTime: NOW,
          LastModifiedTime: NOW,
          ProductionVariants: Object.entries(variants).map(([VariantName, CurrentInstanceCount]) => ({
            VariantName,
            CurrentInstanceCount,
            ...(it.provisionedConcurrency !== undefined && {
              CurrentServerlessConfig: {
                MemorySizeInMB: 1024,
                MaxConcurrency: 5,
                ProvisionedConcurrency: it.provisionedConcurrency,
              },
            }),
          })),
          ShadowProductionVariants: Object.entries(it.shadows ?? {}).map(([VariantName, CurrentInstanceCount]) => ({
            VariantName,
            CurrentInstanceCount,
          })),
          ...(asynchronous && { AsyncInferenceConfig: { OutputConfig: {} } }),
        };
      },
      listInferenceComponents: async ({ EndpointNameEquals }: { EndpointNameEquals?: string }) => ({
        $metadata,
        InferenceComponents: (the(EndpointNameEquals).components ?? []).map((InferenceComponentName) => ({
          InferenceComponentName,
          InferenceComponentArn: '',
          EndpointName: EndpointNameEquals,
          EndpointArn: '',
          VariantName: 'AllTraffic',
          CreationTime: NOW,
          LastModifiedTime: NOW,
        })),
      }),
      deleteEndpoint: async ({ EndpointName = '' }: { EndpointName?: string }) => {
        failing('deleteEndpoint');
        seen.deleted.push(EndpointName);
        return { $metadata };
      },
      updateEndpointWeightsAndCapacities: async (input: UpdateEndpointWeightsAndCapacitiesCommandInput) => {
        seen.scaled.push(input);
        return { $metadata, EndpointArn: '' };
      },
    } as Clients['sageMaker'], // The SDK's methods are overloaded with callbacks, which the guard does not use.
    cloudWatch: {
      getMetricData: async (input: GetMetricDataCommandInput) => {
        failing('getMetricData');
        seen.asked.push(input);
        const results = (input.MetricDataQueries ?? []).map(({ Id, MetricStat }) => {
          const dimensions = MetricStat?.Metric?.Dimensions ?? [];
          const key = `${MetricStat?.Metric?.MetricName}/${dimensions.at(-1)?.Value}`;
          const mine = dimensions.some(({ Name }) => Name === 'EndpointName')
            ? served.filter(({ name }) => dimensions.some(({ Value }) => Value === name))
            : served;
          return { Id, Values: mine.some(({ metrics = [] }) => metrics.includes(key)) ? [0, 3] : [0] };
        });
        const { items, next } = page(results, input.NextToken);
        return { $metadata, MetricDataResults: items, ...next };
      },
    } as Clients['cloudWatch'], // As above.
    sns: {
      publish: async ({ Subject, Message }: { Subject?: string; Message?: string }) => {
        seen.messages.push(`${Subject}\n${Message}`);
        return { $metadata };
      },
    } as Clients['sns'], // As above.
  };
  return { ...seen, clients };
}

const settings: Settings = {
  mode: 'warn',
  idleHours: 24,
  keepTag: { key: 'millrace:keep', value: 'true' },
  topicArn: 'arn:aws:sns:eu-west-1:123456789012:idle',
};

const throttled = () => Object.assign(new Error('slow down'), { name: 'ThrottlingException' });

describe('what is idle', () => {
  const idleOf = async (served: readonly Served[], changes: Partial<Settings> = {}) => {
    const { idle } = await guardEndpoints({ ...settings, ...changes }, account(served).clients);
    return idle.map(({ endpoint }) => endpoint);
  };

  it('is what nobody invoked, on any variant', async () => {
    const variants = { A: 1, B: 1 };
    const served = [
      { name: 'used', variants, metrics: ['Invocations/B'] },
      { name: 'idle', variants },
    ];
    expect(await idleOf(served)).toEqual(['idle']);
  });

  it('is judged by variants that shadow others too', async () => {
    const served = [
      { name: 'used', shadows: { Next: 1 }, metrics: ['Invocations/Next'] },
      { name: 'idle', variants: { AllTraffic: 0 }, shadows: { Next: 1 } },
    ];
    expect(await idleOf(served)).toEqual(['idle']);
  });

  it('is found on all pages, of endpoints, tags and metrics', async () => {
    const served = Array.from({ length: 7 }, (_, index) => ({
      name: `e${index}`,
      tags: { a: '1', b: '2', ...(index === 6 && { 'millrace:keep': 'true' }) },
      ...(index === 5 && { metrics: ['Invocations/AllTraffic'] }),
    }));
    expect(await idleOf(served)).toEqual(['e0', 'e1', 'e2', 'e3', 'e4']);
  });

  it('is not what is younger than the idle time, or was changed within it', async () => {
    const served = [
      { name: 'young', created: 5 },
      { name: 'changed', created: 90, modified: 2 },
      { name: 'old', created: 25 },
    ];
    expect(await idleOf(served)).toEqual(['old']);
  });

  it('is not what has begun to change since the list was made', async () => {
    expect(await idleOf([{ name: 'moving', status: 'Updating' }])).toEqual([]);
  });

  it('is not what costs nothing while it waits', async () => {
    const served = [
      { name: 'asleep', asynchronous: true, variants: { AllTraffic: 0 } },
      { name: 'serverless', variants: { AllTraffic: 0 } },
      { name: 'warm', variants: { AllTraffic: 0 }, provisionedConcurrency: 2 },
    ];
    expect(await idleOf(served)).toEqual(['warm']);
  });

  it('is seen at the queue where requests wait', async () => {
    const served = [
      { name: 'answered', asynchronous: true, metrics: ['TotalProcessingTime/AllTraffic'] },
      { name: 'waiting', asynchronous: true, metrics: ['ApproximateBacklogSize/waiting'] },
      { name: 'idle', asynchronous: true, metrics: ['Invocations/AllTraffic'] },
    ];
    expect(await idleOf(served)).toEqual(['idle']);
  });

  it('is not what is used by an inference component', async () => {
    const served = [
      { name: 'used', components: ['a', 'b'], metrics: ['Invocations/b'] },
      { name: 'idle', components: ['c'] },
    ];
    expect(await idleOf(served)).toEqual(['idle']);
  });

  it('is looked for below a prefix, and with a tag', async () => {
    const served = [
      { name: 'dev-a', tags: { team: 'x' } },
      { name: 'dev-b', tags: { team: 'y' } },
      { name: 'my-dev-c', tags: { team: 'x' } },
    ];
    expect(await idleOf(served, { namePrefix: 'dev-', tag: { key: 'team', value: 'x' } })).toEqual(['dev-a']);
  });

  it('is asked for in as many calls as CloudWatch wants', async () => {
    const served = [
      { name: 'wide', variants: Object.fromEntries(Array.from({ length: 501 }, (_, n) => [`v${n}`, 1])) },
    ];
    const { clients, asked } = account(served);
    await guardEndpoints(settings, clients);
    expect([...new Set(asked.map(({ MetricDataQueries }) => MetricDataQueries?.length))]).toEqual([500, 1]);
    expect(asked[0]).toMatchObject({ StartTime: ago(24), EndTime: NOW });
  });
});

describe('what is done', () => {
  const run = async (changes: Partial<Settings>, served: readonly Served[], failures: Record<string, Error[]> = {}) => {
    const all = account(served, failures);
    const done = await guardEndpoints({ ...settings, ...changes }, all.clients).catch((error: Error) => error);
    return { ...all, done };
  };

  it('is to warn, in one message', async () => {
    const { deleted, scaled, messages } = await run({}, [{ name: 'a' }, { name: 'b' }]);
    expect({ deleted, scaled }).toEqual({ deleted: [], scaled: [] });
    expect(messages).toEqual([
      [
        '2 idle SageMaker endpoints',
        'SageMaker endpoints that nobody uses:',
        'a: warned (no request within 24 hours)',
        'b: warned (no request within 24 hours)',
        'Tag an endpoint millrace:keep=true to have it left alone.',
      ].join('\n'),
    ]);
  });

  it('is nothing, without a message, where all are used', async () => {
    const { messages, done } = await run({}, [{ name: 'a', metrics: ['Invocations/AllTraffic'] }]);
    expect({ messages, done }).toEqual({ messages: [], done: { watched: 1, idle: [] } });
  });

  it('is to delete what is not kept, and hosts no inference components', async () => {
    const served = [
      { name: 'a' },
      { name: 'kept', tags: { 'millrace:keep': 'true' } },
      { name: 'host', components: ['c'] },
    ];
    const { deleted, messages } = await run({ mode: 'delete' }, served);
    expect(deleted).toEqual(['a']);
    expect(messages[0]).toContain('host: warned (idle, but it hosts inference components: c)');
  });

  it('is to leave one machine for each variant', async () => {
    const { scaled, messages } = await run({ mode: 'scale-in' }, [
      { name: 'large', variants: { A: 4, B: 1 } },
      { name: 'small' },
    ]);
    expect(scaled).toEqual([
      { EndpointName: 'large', DesiredWeightsAndCapacities: [{ VariantName: 'A', DesiredInstanceCount: 1 }] },
    ]);
    expect(messages[0]).toContain('small: warned (idle, and as small as it can be)');
  });

  it('goes on with the others, tells of it and fails at last where AWS refuses', async () => {
    const denied = Object.assign(new Error('not yours'), { name: 'AccessDeniedException' });
    const { deleted, messages, done } = await run({ mode: 'delete' }, [{ name: 'a' }, { name: 'b' }], {
      deleteEndpoint: [denied],
    });
    expect(deleted).toEqual(['b']);
    expect(messages[0]).toMatch(/a: failed .*not yours/);
    expect(done).toMatchObject({ message: expect.stringContaining('a: failed') });
  });
});

describe('AWS called too often', () => {
  it('is called again, ever later', async () => {
    const failures = { describeEndpoint: [throttled(), throttled(), throttled()], getMetricData: [throttled()] };
    const { clients, slept } = account([{ name: 'a' }], failures);
    expect((await guardEndpoints(settings, clients)).idle).toHaveLength(1);
    expect(slept).toEqual([1000, 2000, 4000, 1000]);
  });

  it('is given up after six attempts', async () => {
    const { clients, slept } = account([{ name: 'a' }], { listEndpoints: Array.from({ length: 9 }, throttled) });
    await expect(guardEndpoints(settings, clients)).rejects.toThrow('slow down');
    expect(slept).toHaveLength(5);
  });

  it('is nothing else: other errors pass at once', async () => {
    const { clients, slept } = account([{ name: 'a' }], { listEndpoints: [new Error('broken')] });
    await expect(guardEndpoints(settings, clients)).rejects.toThrow('broken');
    expect(slept).toEqual([]);
  });
});
