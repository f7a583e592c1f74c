import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { Diagnostic, Path } from '../../diagnostics/diagnostic.js';
import { isJsonObject, type Json, type JsonObject } from '../../source/json.js';
import { looksLikeExpression } from '../expression.js';
import { givenMembers, wrongChoice } from '../given-members.js';
import { listAt } from '../member-at.js';
import { ruleOnSteps } from '../rule-on-steps.js';

const diagnostics = defineDiagnostics('definition', {
  'model-container-choice': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R90'],
    message: (p: { given: string }) => `a model has exactly one of PrimaryContainer and Containers, but ${p.given}`,
    help: () => 'PrimaryContainer for one container, Containers for 2 to 15 that work in a row',
    explanation:
      'CreateModel takes a single container or the list of an inference pipeline. SageMaker refuses both together and neither.',
  },
  'container-without-image': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R90'],
    message: () => 'the container names neither an image nor a model package',
    help: () => 'add Image, or ModelPackageName for what is registered',
    explanation:
      'A container of a model is an image with its model data (Image, ModelDataUrl or ModelDataSource), or a version in the model registry that knows both (ModelPackageName).',
  },
});

/** A model has one container or a list of them, and each says what it runs. */
export const modelsHaveContainers = ruleOnSteps({
  rules: ['R90'],
  types: ['Model'],
  diagnostics,
  check: function* ({ step, path }) {
    const at = [...path, 'Arguments'];
    const given = wrongChoice(step.Arguments, ['PrimaryContainer', 'Containers']);
    if (given !== undefined) yield diagnostics['model-container-choice']({ given }, { path: at });
    for (const container of containersOf(step.Arguments, at)) yield* checkContainer(container);
  },
});

interface PlacedContainer {
  readonly container: Json;
  readonly path: Path;
}

function containersOf(args: JsonObject, path: Path): readonly PlacedContainer[] {
  const primary = args['PrimaryContainer'] ?? null;
  const several = listAt(args, 'Containers').map((container, index) => ({
    container,
    path: [...path, 'Containers', index],
  }));
  return primary === null ? several : [{ container: primary, path: [...path, 'PrimaryContainer'] }, ...several];
}

function* checkContainer({ container, path }: PlacedContainer): Iterable<Diagnostic> {
  if (!isJsonObject(container) || looksLikeExpression(container)) return;
  if (givenMembers(container, ['Image', 'ModelPackageName']).length === 0)
    yield diagnostics['container-without-image']({}, { path });
}
