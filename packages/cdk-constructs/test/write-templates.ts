import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { examples } from './examples/index.js';
import { statefulTypes } from './stateful-resources/stateful-types.js';

// Writes what linters of other languages look at: the template of every stack of every example, named
// `<example>.<stack>.json`, and which properties the baseline takes to replace resources. Argument: the folder.
const [folder = ''] = process.argv.slice(2);
const templates = join(folder, 'templates');
mkdirSync(templates, { recursive: true });

for (const { name, make } of examples) {
  const app = new App({ analyticsReporting: false });
  await make(app);
  for (const { stackName, template } of app.synth().stacksRecursively)
    writeJson(join(templates, `${name}.${stackName}.json`), template);
}
writeJson(
  join(folder, 'replacing-properties.json'),
  Object.fromEntries(Object.entries(statefulTypes).map(([type, { replacing }]) => [type, replacing])),
);

function writeJson(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, undefined, 1)}\n`);
}
