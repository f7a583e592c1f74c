import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileSamples } from './demo/compile-samples.js';
import { runPipeline } from './demo/run-pipeline.js';
import { DemoStopped, headline, show } from './demo/show.js';
import { repositoryRoot } from './repository.js';

const model = 'churn';

/**
 * The main job on real input, as commands that anybody could type: compile the samples, scaffold a project, run its
 * pipeline with its real scripts. `npm run demo` builds first.
 */
function demo(): void {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-demo-'));
  const project = join(folder, model);
  compileSamples(folder);
  headline('Scaffold a project');
  show({ words: ['npx', 'create-ml-project', project, '--yes'], directory: repositoryRoot });
  runPipeline(project, model);
  console.log(`\nThe project is in ${project}; delete ${folder} whenever you like.`);
}

try {
  demo();
} catch (error) {
  if (!(error instanceof DemoStopped)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
