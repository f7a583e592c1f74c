import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runDryRun } from '@millrace/local-dry-run-simulator';
import type { PlainJson } from '@millrace/schema';
import { afterAll, expect, test } from 'vitest';
import { describeShared, readShared, sharedPath } from './shared-folder.js';

interface ForeignDefinition {
  readonly Parameters?: readonly { readonly Name: string; readonly Type?: string; readonly DefaultValue?: PlainJson }[];
  readonly Steps: readonly PlainJson[];
}

const state = mkdtempSync(join(tmpdir(), 'millrace-corpus-'));
afterAll(() => rmSync(state, { recursive: true }));

describeShared('corpus of foreign definitions, simulated', () => {
  test.each(readdirSync(sharedPath('corpus/definitions')))('%s ends under either assumption', async (file) => {
    const definition: ForeignDefinition & PlainJson = JSON.parse(readShared('corpus/definitions', file));
    for (const outcome of [true, false]) {
      const run = await runDryRun({
        definition,
        pipelineName: 'corpus',
        launcher: 'scripted',
        stateDirectory: state,
        parameters: missingParameters(definition),
        assumptions: [{ outcome }],
      });
      expect(run.diagnostics).toEqual([]);
      expect(['Succeeded', 'Failed']).toContain(run.summary.status);
      expect(run.summary.steps.length).toBeGreaterThanOrEqual(definition.Steps.length);
    }
  });
});

const SAMPLES: Readonly<Record<string, string>> = { Integer: '1', Float: '0.5', Boolean: 'true' };

function missingParameters({ Parameters: parameters = [] }: ForeignDefinition): Record<string, string> {
  const missing = parameters.filter((parameter) => parameter.DefaultValue === undefined);
  const samples = missing.map(({ Name: name, Type: type = 'String' }) => [name, SAMPLES[type] ?? 's3://bucket/key']);
  return Object.fromEntries(samples);
}
