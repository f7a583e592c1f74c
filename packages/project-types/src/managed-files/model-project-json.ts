import { jsonText } from '../json-text.js';
import type { ManagedFile } from '../managed-file.js';

/** What `npx nx <target> <model>` does. Commands run in the project's root, so that all models share `.millrace/`. */
function targets(folder: string): object {
  const pipeline = `${folder}/pipeline.yaml`;
  return {
    validate: { command: `millrace validate ${pipeline}` },
    check: { command: `millrace check ${pipeline}` },
    test: { command: `node tools/run-python.mjs ${folder}/requirements-dev.txt -m pytest ${folder}` },
    'dry-run': { command: `millrace dry-run ${pipeline} --launcher process` },
    graph: { command: `millrace graph ${pipeline}` },
  };
}

export const modelProjectJson: ManagedFile = {
  render: ({ models }) => Object.fromEntries(models.map((model) => [`models/${model}/project.json`, render(model)])),
};

function render(model: string): string {
  return jsonText({
    $schema: '../../node_modules/nx/schemas/project-schema.json',
    name: model,
    projectType: 'application',
    sourceRoot: `models/${model}/src`,
    targets: targets(`models/${model}`),
  });
}
