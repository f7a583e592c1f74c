import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatPath } from '@millrace/schema';
import { drawFindings } from './corpus-findings/draw-findings.js';
import { examinationOf } from './corpus-findings/examination.js';
import { examinations } from './corpus-findings/examinations.js';
import { FINDINGS_PAGE } from './corpus-findings/findings-page.js';
import { governCorpus } from './corpus-findings/govern-corpus.js';
import { renderFindings } from './corpus-findings/render-findings.js';
import { repositoryRoot } from './repository.js';
import { sharedPath } from './shared-suite/shared-folder.js';

/** Writes the table of what the rules say of the corpus, and names the drawn findings that nobody has examined. */
async function main(): Promise<void> {
  if (!existsSync(sharedPath('corpus'))) return console.log('not run: ../shared/corpus is absent');
  const corpus = governCorpus();
  const path = join(repositoryRoot, FINDINGS_PAGE);
  const text = renderFindings(corpus, examinations);
  const isStale = (await readFile(path, 'utf8').catch(() => '')) !== text;
  await writeFile(path, text);
  for (const each of drawFindings(corpus)) {
    if (examinationOf(each, examinations) !== undefined) continue;
    const { rule, fingerprint, path: place, message } = each.finding;
    console.error(`not examined: ${rule} ${fingerprint} of ${each.definition.file}, ${formatPath(place)}: ${message}`);
  }
  console.log(`${FINDINGS_PAGE}: ${isStale ? 'written' : 'current'}`);
}

await main();
