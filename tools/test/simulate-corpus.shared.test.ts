import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runDryRun } from '@millrace/local-dry-run-simulator';
import type { PlainJson } from '@millrace/schema';
import { afterAll, describe, expect, test } from 'vitest';

/** Third-party definitions: test data only, beside the repository; see its README. */
const CORPUS = join(import.meta.dirname, '../../../shared/corpus/definitions');

interface ForeignDefinition {
  readonly Parameters?: readonly { readonly Name: string; readonly Type?: string; readonly DefaultValue?: PlainJson }[];
  readonly Steps: readonly PlainJson[];
}

const state = mkdtempSync(join(tmpdir(), 'millrace-corpus-'));
afterAll(() => rmSync(state, { recursive: true }));

const files = existsSync(CORPUS) ? readdirSync(CORPUS) : [];

describe.skipIf(files.length === 0)('the corpus of definitions (not run where ../shared is absent)', () => {
  test.each(files)('%s ends under either assumption', async (file) => {
    const definition: ForeignDefinition & PlainJson = JSON.parse(readFileSync(join(CORPUS, file), 'utf8'));
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
  return Object.fromEntries(
    missing.map(({ Name: name, Type: type = 'String' }) => [name, SAMPLES[type] ?? 's3://bucket/key']),
  );
}
