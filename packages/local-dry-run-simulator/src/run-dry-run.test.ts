import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runDryRun } from './run-dry-run.js';

const folder = mkdtempSync(join(tmpdir(), 'millrace-run-'));
afterAll(() => rmSync(folder, { recursive: true }));

const request = {
  definition: { Steps: [{ Name: 'A', Type: 'Processing', Arguments: {} }] },
  pipelineName: 'p',
  launcher: 'scripted',
  stateDirectory: join(folder, '.millrace'),
} as const;

test('events are heard as they happen and kept, one line each', async () => {
  const heard: number[] = [];
  const { events, runDirectory, runId } = await runDryRun(request, { onEvent: ({ seq }) => heard.push(seq) });
  expect(heard).toEqual(events.map(({ seq }) => seq));
  const lines = readFileSync(join(runDirectory ?? '', 'events.ndjson'), 'utf8').split('\n');
  expect(lines.pop()).toBe('');
  expect(lines.map((line) => JSON.parse(line))).toEqual(events);
  expect(runId).toBe('0001');
  expect((await runDryRun(request)).runId).toBe('0002');
});

test('a state directory that cannot be written is said in one sentence', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  const { diagnostics, summary } = await runDryRun({ ...request, stateDirectory: join(file, '.millrace') });
  expect(summary).toEqual({ status: 'Failed', steps: [], undecided: [], registered: [] });
  expect(diagnostics).toMatchObject([{ code: 'simulation/state-not-writable', blocking: true }]);
  expect(diagnostics[0]?.message).toContain('ENOTDIR');
});
