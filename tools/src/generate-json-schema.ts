import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectConfigJsonSchema, specJsonSchema } from '@millrace/schema';
import { repositoryRoot } from './repository.js';

// Editors find them as `@millrace/schema/pipeline.schema.json` and `@millrace/schema/project-config.schema.json`.
const schemas = { 'pipeline.schema.json': specJsonSchema(), 'project-config.schema.json': projectConfigJsonSchema() };

for (const [name, schema] of Object.entries(schemas)) {
  writeFileSync(join(repositoryRoot, 'packages/schema', name), `${JSON.stringify(schema, null, 2)}\n`);
}
