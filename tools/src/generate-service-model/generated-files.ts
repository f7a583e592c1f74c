import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from './generate.js';
import { readPublishedModel } from './read-published-model.js';
import { selectedStepTypes } from './selected-step-types.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const REQUIREMENTS = join(ROOT, 'tools/requirements/service-model.txt');
const OUTPUT = join(ROOT, 'packages/schema/src/service-model/generated');

/** What the generated files of this repository have to hold, by absolute path. */
export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
  const files = generate(await readPublishedModel(REQUIREMENTS), selectedStepTypes);
  return new Map([...files].map(([name, text]) => [join(OUTPUT, name), text]));
}
