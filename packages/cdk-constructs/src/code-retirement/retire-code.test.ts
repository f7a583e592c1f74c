import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CopyObjectCommandInput, ListObjectsV2CommandInput, Tag } from '@aws-sdk/client-s3';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { answerDeployment } from './handler/answer-deployment.mjs';
import { retireCode, type Tools } from './handler/retire-code.mjs';

const RETIRED: Tag = { Key: 'millrace:retired', Value: 'true' };

/** S3 as far as the handler sees it: pages of two keys, and tags. */
function bucketWith(objects: Record<string, Tag[]>, hasTime: () => boolean = () => true) {
  const copied: CopyObjectCommandInput[] = [];
  const s3 = {
    listObjectsV2: async ({ Prefix = '', ContinuationToken = '0' }: ListObjectsV2CommandInput) => {
      const keys = Object.keys(objects).filter((key) => key.startsWith(Prefix));
      const start = Number(ContinuationToken);
      const next = start + 2 < keys.length ? { NextContinuationToken: String(start + 2) } : {};
      return { Contents: keys.slice(start, start + 2).map((Key) => ({ Key })), ...next };
    },
    getObjectTagging: async ({ Key = '' }: { Key?: string }) => ({ TagSet: objects[Key] ?? [] }),
    putObjectTagging: async ({ Key = '', Tagging }: { Key?: string; Tagging?: { TagSet?: Tag[] } }) => {
      objects[Key] = Tagging?.TagSet ?? [];
    },
    copyObject: async (input: CopyObjectCommandInput) => {
      copied.push(input);
      objects[input.Key ?? ''] = [...new URLSearchParams(input.Tagging)].map(([Key, Value]) => ({ Key, Value }));
    },
  };
  // The SDK's methods are overloaded with callbacks, which the handler does not use.
  return { objects, copied, tools: { s3, hasTime } as unknown as Tools };
}

const place = { bucket: 'artifacts', prefix: 'dev/churn/code', hashes: ['new'] };

describe('retireCode', () => {
  it('tags what the deployed version does not name, page by page, and keeps other tags', async () => {
    const owner: Tag = { Key: 'owner', Value: 'a & b' };
    const { objects, copied, tools } = bucketWith({
      'dev/churn/code/new/train.py': [],
      'dev/churn/code/old/a.py': [owner],
      'dev/churn/code/old/b c+d.py': [],
      'dev/other/code/old/a.py': [],
    });
    expect(await retireCode(place, tools)).toEqual({ retired: 2, revived: 0, complete: true });
    expect(objects).toEqual({
      'dev/churn/code/new/train.py': [],
      'dev/churn/code/old/a.py': [owner, RETIRED],
      'dev/churn/code/old/b c+d.py': [RETIRED],
      'dev/other/code/old/a.py': [],
    });
    // Written again, so that its age begins now; the source of a copy is URL-encoded (CopyObject).
    expect(copied.map(({ CopySource }) => CopySource)).toEqual([
      'artifacts/dev/churn/code/old/a.py',
      'artifacts/dev/churn/code/old/b%20c%2Bd.py',
    ]);
  });

  it('takes the tag from what is named again, and leaves alone what is right already', async () => {
    const { objects, copied, tools } = bucketWith({
      'dev/churn/code/new/train.py': [{ Key: 'owner', Value: 'x' }, RETIRED],
      'dev/churn/code/old/train.py': [RETIRED],
    });
    expect(await retireCode(place, tools)).toEqual({ retired: 0, revived: 1, complete: true });
    expect(objects['dev/churn/code/new/train.py']).toEqual([{ Key: 'owner', Value: 'x' }]);
    expect(copied).toEqual([]);
  });

  it('stops when the time is over, and says so', async () => {
    let calls = 0;
    const { tools } = bucketWith(
      Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`dev/churn/code/old/${index}`, []])),
      () => ++calls <= 3,
    );
    expect(await retireCode(place, tools)).toEqual({ retired: 3, revived: 0, complete: false });
  });
});

describe('answerDeployment', () => {
  afterEach(() => vi.restoreAllMocks());

  async function answerTo(RequestType: 'Create' | 'Update' | 'Delete', work: () => Promise<object>) {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const answers: unknown[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        answers.push({ method: request.method, ...JSON.parse(body) });
        response.end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // A server that listens on a port has an address of that kind.
    const { port } = server.address() as AddressInfo;
    const request = { RequestType, ResponseURL: `http://127.0.0.1:${port}/`, StackId: 's', RequestId: 'r' };
    await answerDeployment({ ...request, LogicalResourceId: 'Code', ResourceProperties: {} }, work);
    await new Promise((resolve) => server.close(resolve));
    return { answers, logged: log.mock.calls.map(([line]) => JSON.parse(line)) };
  }

  const SUCCESS = {
    method: 'PUT',
    Status: 'SUCCESS',
    StackId: 's',
    RequestId: 'r',
    LogicalResourceId: 'Code',
    PhysicalResourceId: 'Code',
  };

  it('answers CloudFormation after the work', async () => {
    const { answers, logged } = await answerTo('Update', async () => ({ retired: 1 }));
    expect(answers).toEqual([SUCCESS]);
    expect(logged).toEqual([{ RequestType: 'Update', retired: 1 }]);
  });

  it('holds up no deployment where the work fails, and logs why', async () => {
    const { answers, logged } = await answerTo('Create', () => Promise.reject(new TypeError('no access')));
    expect(answers).toEqual([SUCCESS]);
    expect(logged).toEqual([{ RequestType: 'Create', problem: 'TypeError: no access' }]);
  });

  it('does nothing when the resource goes', async () => {
    const work = vi.fn(async () => ({}));
    expect((await answerTo('Delete', work)).answers).toEqual([SUCCESS]);
    expect(work).not.toHaveBeenCalled();
  });
});
