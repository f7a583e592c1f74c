import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDiagram, checkDefinitionText, diagramFormats } from '@millrace/compiler';
import { runDryRun } from '@millrace/local-dry-run-simulator';
import { type Json, toPlainJson } from '@millrace/schema';
import { judge, type Trial, type Verdict } from './verdict.js';

const TEXT_FORMATS = diagramFormats.filter(({ name }) => name !== 'svg');

/** The laws of checking any text as a definition; one that is accepted must also be drawn and simulated to an end. */
export function judgeDefinition(text: string): Promise<Verdict> {
  return judge(text, check);
}

async function check(text: string): Promise<Trial> {
  const { value, diagnostics } = await checkDefinitionText({ file: 'mutant.json', text });
  if (value === undefined) return { accepted: false, diagnostics };
  for (const format of TEXT_FORMATS) await format.render(buildDiagram(value.graph, 'mutant'));
  // A definition is JSON; its typed view only says more.
  return { accepted: true, diagnostics, broken: await simulate(value.definition as unknown as Json) };
}

async function simulate(definition: Json): Promise<string | undefined> {
  const stateDirectory = mkdtempSync(join(tmpdir(), 'millrace-campaign-'));
  try {
    const { summary, diagnostics } = await runDryRun({
      definition: toPlainJson(definition),
      ...{ pipelineName: 'mutant', launcher: 'scripted', stateDirectory },
      assumptions: [{ outcome: true }],
    });
    const ended = ['Succeeded', 'Failed', 'Undecided'].includes(summary.status);
    return ended || diagnostics.length > 0 ? undefined : `the simulation ends as ${summary.status}`;
  } finally {
    rmSync(stateDirectory, { recursive: true });
  }
}
