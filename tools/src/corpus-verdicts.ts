import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkCorpus } from './corpus-verdicts/check-corpus.js';
import { renderVerdicts } from './corpus-verdicts/render-verdicts.js';
import { needsReview, reviewOf } from './corpus-verdicts/review.js';
import { VERDICTS_PAGE } from './corpus-verdicts/verdicts-page.js';
import { repositoryRoot } from './repository.js';
import { sharedPath } from './shared-suite/shared-folder.js';

/** Writes the table of what the checks say of the corpus; `--check` fails where the committed one is another. */
async function main(isCheck: boolean): Promise<void> {
  if (!existsSync(sharedPath('corpus'))) return console.log('not run: ../shared/corpus is absent');
  const corpus = await checkCorpus();
  const path = join(repositoryRoot, VERDICTS_PAGE);
  const text = renderVerdicts(corpus);
  const isStale = (await readFile(path, 'utf8').catch(() => '')) !== text;
  if (!isCheck) await writeFile(path, text);
  for (const verdict of corpus.verdicts) {
    if (needsReview(verdict) && reviewOf(verdict, corpus.reviews) === undefined)
      console.error(`not reviewed: ${verdict.severity} ${verdict.code} of ${verdict.definition.file}`);
  }
  console.log(`${VERDICTS_PAGE}: ${isStale ? (isCheck ? 'stale' : 'written') : 'current'}`);
  if (isCheck && isStale) process.exitCode = 1;
}

await main(process.argv.includes('--check'));
