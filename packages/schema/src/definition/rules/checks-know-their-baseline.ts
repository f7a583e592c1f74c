import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { Diagnostic, Path } from '../../diagnostics/diagnostic.js';
import { suggest } from '../../diagnostics/did-you-mean.js';
import { withArticle } from '../../diagnostics/with-article.js';
import { describeJson } from '../../source/describe-json.js';
import type { Json } from '../../source/json.js';
import { givenMembers } from '../given-members.js';
import { ruleOnSteps } from '../rule-on-steps.js';

/** The kinds of checks by step type; of those of Clarify two load the model that they examine. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  ClarifyCheck: ['DATA_BIAS', 'MODEL_BIAS', 'MODEL_EXPLAINABILITY'],
  QualityCheck: ['DATA_QUALITY', 'MODEL_QUALITY'],
};
const LOADS_MODEL = ['MODEL_BIAS', 'MODEL_EXPLAINABILITY'];
const SOURCES = ['ModelPackageGroupName', 'SuppliedBaselineConstraints', 'SuppliedBaselineStatistics'];

const diagnostics = defineDiagnostics('definition', {
  'unknown-check-type': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R96'],
    message: (p: { type: string; given: string | undefined; kinds: readonly string[] }) =>
      p.given === undefined
        ? `${withArticle(p.type)} step needs a CheckType`
        : `"${p.given}" is no CheckType of ${withArticle(p.type)} step`,
    help: (p) => suggest(p.given ?? '', p.kinds),
    explanation:
      'CheckType stands beside Arguments. A QualityCheck step checks DATA_QUALITY or MODEL_QUALITY, a ClarifyCheck step DATA_BIAS, MODEL_BIAS or MODEL_EXPLAINABILITY.',
  },
  'check-model': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R96'],
    message: (p: { kind: string; isMissing: boolean }) =>
      p.isMissing ? `a ${p.kind} check needs a ModelName` : `a ${p.kind} check takes no ModelName`,
    help: (p) =>
      p.isMissing ? 'name the model that is examined, such as {"Get": "Steps.NAME.ModelName"}' : 'remove it',
    explanation:
      'Checks of bias and explainability of a model start an endpoint with it, so ModelName stands beside Arguments. A check of data alone has no model.',
  },
  'check-without-baseline': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R96'],
    message: () => 'the check compares with a baseline, but names none',
    help: () =>
      'name a ModelPackageGroupName whose latest approved version has baselines, or SuppliedBaselineConstraints; for the first run set SkipCheck and RegisterNewBaseline',
    explanation:
      'Unless SkipCheck and RegisterNewBaseline are both true, a previous baseline must exist: the supplied one, or that of the latest approved version in the model package group. Otherwise the step fails when it runs.',
  },
});

/** A check is of a kind that there is, has a model where it examines one, and something to compare with. */
export const checksKnowTheirBaseline = ruleOnSteps({
  rules: ['R96'],
  types: ['ClarifyCheck', 'QualityCheck'],
  diagnostics,
  check: function* ({ step, path }) {
    // Members beside the common ones are typed unknown, but they were read from JSON.
    const members = step as unknown as Readonly<Record<string, Json>>;
    yield* checkKind(members, path);
    const comparesNothing = members['SkipCheck'] === true && members['RegisterNewBaseline'] === true;
    // A value that is only known at run time may switch the comparison off.
    const isOpen = [members['SkipCheck'], members['RegisterNewBaseline']].some((each) => typeof each === 'object');
    if (!comparesNothing && !isOpen && givenMembers(members, SOURCES).length === 0)
      yield diagnostics['check-without-baseline']({}, { path });
  },
});

function* checkKind(step: Readonly<Record<string, Json>>, path: Path): Iterable<Diagnostic> {
  const type = String(step['Type']);
  const kinds = KINDS[type] ?? [];
  const kind = step['CheckType'];
  if (typeof kind !== 'string' || !kinds.includes(kind)) {
    const given = typeof kind === 'string' || kind === undefined ? kind : describeJson(kind);
    const place = { path: kind === undefined ? path : [...path, 'CheckType'] };
    yield diagnostics['unknown-check-type']({ type, given, kinds }, place);
    return;
  }
  const hasModel = givenMembers(step, ['ModelName']).length > 0;
  const needsModel = LOADS_MODEL.includes(kind);
  if (hasModel === needsModel) return;
  yield diagnostics['check-model']({ kind, isMissing: needsModel }, { path: hasModel ? [...path, 'ModelName'] : path });
}
