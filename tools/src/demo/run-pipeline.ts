import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findObstacle } from './find-obstacle.js';
import { headline, show } from './show.js';

const scenarioFile = 'scenario.yaml';
const scenario = `# What the evaluation would report; made up, because no script runs.
steps:
  Evaluate:
    propertyFiles:
      Report: { metrics: { auc: 0.9 } }
`;

/** Runs the pipeline of a scaffolded project with the project's own command line. */
export function runPipeline(project: string, model: string): void {
  headline('Run its pipeline here: preprocess, train, evaluate, decide, register');
  const obstacle = findObstacle();
  if (obstacle) {
    console.log(`${obstacle}, so no script runs: the results come from ${scenarioFile} and are made up.`);
    writeFileSync(join(project, scenarioFile), scenario);
  }
  const launcher = obstacle ? ['scripted', '--scenario', scenarioFile] : ['process'];
  const words = ['npx', 'millrace', 'dry-run', `models/${model}/pipeline.yaml`, '--launcher', ...launcher];
  show({ words, directory: project });
}
