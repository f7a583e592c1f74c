import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { specJsonSchema } from '@millrace/schema';
import { repositoryRoot } from './repository.js';

// Editors find it as `@millrace/schema/pipeline.schema.json`.
const file = join(repositoryRoot, 'packages/schema/pipeline.schema.json');

writeFileSync(file, `${JSON.stringify(specJsonSchema(), null, 2)}\n`);
