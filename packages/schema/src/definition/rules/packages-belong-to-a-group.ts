import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { isJsonObject } from '../../source/json.js';
import { givenMembers } from '../given-members.js';
import type { PlacedStep } from '../placed-steps.js';
import { ruleOnSteps } from '../rule-on-steps.js';

const FORMATS = ['SupportedContentTypes', 'SupportedResponseMIMETypes'];

const diagnostics = defineDiagnostics('definition', {
  'package-without-group': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R91'],
    message: () => 'the registration names no model package group',
    help: () => 'add ModelPackageGroupName: the name of a group, or the ARN of a group of another account',
    explanation:
      'A pipeline registers a new version in a model package group. A package outside of groups would need ModelPackageName, which SageMaker Pipelines refuses ("Unknown Argument member").',
  },
  'package-without-formats': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R91'],
    message: (p: { missing: readonly string[] }) => `InferenceSpecification lacks ${p.missing.join(' and ')}`,
    help: () => 'list the formats that the container takes and returns, such as ["text/csv"]',
    explanation:
      'SupportedContentTypes and SupportedResponseMIMETypes say what a registered model takes and returns; whoever deploys it relies on them. The JSON schema that AWS publishes for definitions requires both, the API no longer does.',
  },
});

/** A registration names its group and says which formats the model speaks. */
export const packagesBelongToAGroup = ruleOnSteps({
  rules: ['R91'],
  types: ['RegisterModel'],
  diagnostics,
  check: function* (placed) {
    const { step, path } = placed;
    if ((step.Arguments['ModelPackageGroupName'] ?? null) === null)
      yield diagnostics['package-without-group']({}, { path: [...path, 'Arguments'] });
    yield* checkFormats(placed);
  },
});

function* checkFormats({ step, path }: PlacedStep): Iterable<Diagnostic> {
  const specification = step.Arguments['InferenceSpecification'];
  if (!isJsonObject(specification)) return;
  const given = givenMembers(specification, FORMATS);
  const missing = FORMATS.filter((key) => !given.includes(key));
  if (missing.length === 0) return;
  const place = { path: [...path, 'Arguments', 'InferenceSpecification'] };
  yield diagnostics['package-without-formats']({ missing }, place);
}
