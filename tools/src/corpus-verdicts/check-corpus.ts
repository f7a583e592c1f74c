import { collectVerdicts } from './collect-verdicts.js';
import { corpusDefinitions } from './corpus-definition.js';
import type { CheckedCorpus } from './render-verdicts.js';
import { reviews } from './reviews.js';
import type { Verdict } from './verdict.js';

/** Checks every definition of the corpus, one after the other. */
export async function checkCorpus(): Promise<CheckedCorpus> {
  const definitions = corpusDefinitions();
  const verdicts: Verdict[] = [];
  for (const definition of definitions) verdicts.push(...(await collectVerdicts(definition)));
  return { definitions, verdicts, reviews };
}
