import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BODY_KEYS, STEP_TYPES, type StepType, stepTypeDeclarations } from '@millrace/schema';
import { repositoryRoot } from '../repository.js';
import { markdownTable, pageHead } from './markdown.js';
import { type ExplainedCode, renderDiagnostics } from './render-diagnostics.js';
import { renderStepType } from './render-step-type.js';

// Writes docs/reference: one page a step type, and the list of all diagnostics.
const reference = join(repositoryRoot, 'docs/reference');
const stepTypes = join(reference, 'step-types');

rmSync(stepTypes, { recursive: true, force: true });
mkdirSync(stepTypes, { recursive: true });
for (const type of STEP_TYPES) writePage(join(stepTypes, pageOf(type)), renderStepType(type));
writePage(join(stepTypes, 'README.md'), renderIndex());
writePage(join(reference, 'diagnostics.md'), renderDiagnostics(explainAll()));

function pageOf(type: StepType): string {
  return `${BODY_KEYS[type]}.md`;
}

function renderIndex(): string {
  const rows = STEP_TYPES.map((type) => [`[${type}](${pageOf(type)})`, stepTypeDeclarations[type].summary]);
  const summary = 'Every step type of SageMaker Pipelines, as a spec writes it.';
  return [pageHead('Step types', summary), markdownTable(['type', 'what it is for'], rows)].join('\n\n');
}

// The command line knows the codes of every package; nothing imports an app, so it is asked like a user would.
function explainAll(): readonly ExplainedCode[] {
  const program = join(repositoryRoot, 'apps/millrace/src/cli.ts');
  const words = ['--import', 'tsx', '--conditions=@millrace/source', program, 'explain', '--json'];
  // Its list for people goes to standard error.
  const { codes } = JSON.parse(
    execFileSync(process.execPath, words, {
      cwd: repositoryRoot,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  );
  return codes;
}

function writePage(file: string, text: string): void {
  writeFileSync(file, `${text}\n`);
}
