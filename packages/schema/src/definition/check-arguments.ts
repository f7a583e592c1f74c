import type { Diagnostic, Path } from '../diagnostics/diagnostic.js';
import type { ArgumentProblem } from '../service-model/argument-problem.js';
import type { DescribeTrees } from '../service-model/describe-trees.js';
import type { ServiceModel } from '../service-model/service-model.js';
import { type ArgumentsToValidate, validateArguments } from '../service-model/validate-arguments.js';
import type { JsonObject } from '../source/json.js';
import { stepTypeRequest } from '../step-types/step-type-registry.js';
import { AllowedMembers } from './allowed-members.js';
import { argumentDiagnostics, type DescribedProblem } from './argument-diagnostics.js';
import { moveDiagnostic } from './move-diagnostic.js';
import type { PipelineDefinition } from './pipeline-definition.js';
import { type PlacedStep, placedSteps } from './placed-steps.js';
import { typesOfExpressions } from './types-of-expressions.js';

/** What a check of arguments needs. */
export interface ArgumentCheckOptions {
  /** `loadServiceModel()`: large, so it is loaded only when the blocking stages have passed. */
  readonly model: ServiceModel;
  /** `loadDescribeTrees()`: with it the types of properties of steps are judged too. */
  readonly trees?: DescribeTrees;
  /** For a definition lowered from a spec: the place in the spec that a place in the definition came from. */
  readonly originOf?: (path: Path) => Path;
  /** Members that are no mistakes although the model does not know them: `Training.Arguments.NewMember`. */
  readonly allowUnknownMembers?: readonly string[];
}

/**
 * Measures the arguments of every step whose type mirrors a request, and what check steps have beside them, against
 * AWS's shapes. Problems that
 * come from one place of a spec are told once.
 */
export function checkArguments(definition: PipelineDefinition, options: ArgumentCheckOptions): readonly Diagnostic[] {
  const { model, originOf } = options;
  const typeOfExpression = typesOfExpressions(definition, options.trees);
  const allowed = new AllowedMembers(options.allowUnknownMembers);
  const diagnostics = placedSteps(definition).flatMap(({ step, path }) => {
    const request = stepTypeRequest(step.Type);
    const given = request === undefined ? [] : [{ request, arguments: step.Arguments, path: [...path, 'Arguments'] }];
    return [...membersBeside({ step, path }, model), ...given].flatMap((each) =>
      validateArguments(model, { ...each, typeOfExpression })
        .filter(
          (problem) => problem.kind !== 'unknown-member' || !allowed.has(step.Type, problem.path.slice(path.length)),
        )
        .map(describeProblem),
    );
  });
  return withoutRepetition(
    originOf === undefined ? diagnostics : diagnostics.map((each) => moveDiagnostic(each, originOf)),
  );
}

/** What check steps have beside `Arguments` is measured like these; members of other names are left to the step's frame. */
function membersBeside({ step, path }: PlacedStep, model: ServiceModel): readonly ArgumentsToValidate[] {
  const request = `Beside.${step.Type}`;
  const shape = model.shapes[model.requests[request] ?? ''];
  if (shape?.type !== 'structure') return [];
  // The frame was read from JSON, and the SDK writes null for what is not given.
  const members = Object.entries(step as unknown as JsonObject).filter(
    ([name, value]) => value !== null && Object.hasOwn(shape.members, name),
  );
  return [{ request, arguments: Object.fromEntries(members), path }];
}

const FACTORIES = {
  'unknown-member': argumentDiagnostics['unknown-member'],
  'refused-member': argumentDiagnostics['refused-member'],
  'missing-member': argumentDiagnostics['missing-member'],
  'wrong-type': argumentDiagnostics['wrong-type'],
  enum: argumentDiagnostics['not-in-enum'],
  'unknown-enum-value': argumentDiagnostics['unknown-enum-value'],
  pattern: argumentDiagnostics['pattern-mismatch'],
  length: argumentDiagnostics['length-out-of-range'],
  range: argumentDiagnostics['number-out-of-range'],
  'list-size': argumentDiagnostics['size-out-of-range'],
  'map-size': argumentDiagnostics['size-out-of-range'],
  'expression-not-allowed': argumentDiagnostics['expression-for-structure'],
  'literal-wanted': argumentDiagnostics['expression-for-literal'],
  'parameter-wanted': argumentDiagnostics['parameter-wanted'],
  'decimal-wanted': argumentDiagnostics['number-without-point'],
  'expression-type': argumentDiagnostics['expression-of-wrong-type'],
} as const;

function describeProblem(problem: ArgumentProblem): Diagnostic {
  const { kind, severity, path, target } = problem;
  const around = describePlace(path.slice(0, -1));
  // Of problems with keys, only those of maps speak of the key as a value: members have names of their own.
  const what = target === 'key' ? `a key of ${around}` : describePlace(path);
  const described: DescribedProblem = { ...problem, what, around };
  const expected = kind === 'missing-member' && severity === 'warning';
  return (expected ? argumentDiagnostics['expected-member'] : FACTORIES[kind])(described, { path, target });
}

function describePlace(path: Path): string {
  const last = path.at(-1);
  if (typeof last !== 'number') return `"${last ?? ''}"`;
  const list = path.findLast((segment) => typeof segment === 'string');
  return `an entry of "${list ?? ''}"`;
}

function withoutRepetition(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, path, message }) => {
    const key = JSON.stringify([code, path, message]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
