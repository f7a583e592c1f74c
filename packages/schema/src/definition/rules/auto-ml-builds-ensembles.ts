import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { describeJson } from '../../source/describe-json.js';
import { isJsonObject } from '../../source/json.js';
import { looksLikeExpression } from '../expression.js';
import { memberAt } from '../member-at.js';
import { ruleOnSteps } from '../rule-on-steps.js';

const MODE = 'ENSEMBLING';

const diagnostics = defineDiagnostics('definition', {
  'auto-ml-mode': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R88'],
    message: (p: { given: string }) => `an AutoML step runs in the mode ${MODE} only, but ${p.given} is given`,
    help: () => `write "Mode": "${MODE}" in AutoMLJobConfig`,
    explanation:
      'AutoMLJobConfig.Mode of a pipeline step is the text ENSEMBLING; the other modes of Autopilot are not available in pipelines, and leaving the mode out is refused too (developer guide, and AutoMLStep of the SageMaker SDK).',
  },
});

/** AutoML steps run in the one mode that pipelines know. */
export const autoMLBuildsEnsembles = ruleOnSteps({
  rules: ['R88'],
  types: ['AutoML'],
  diagnostics,
  check: function* ({ step, path }) {
    const config = step.Arguments['AutoMLJobConfig'];
    const mode = memberAt(config, 'Mode');
    // An expression is refused by AWS's own shapes: the mode must be a literal.
    if (mode === MODE || looksLikeExpression(mode)) return;
    const given = mode === undefined || mode === null ? 'none' : describeJson(mode);
    const at = [...path, 'Arguments', ...(isJsonObject(config) ? ['AutoMLJobConfig'] : [])];
    yield diagnostics['auto-ml-mode']({ given }, { path: mode === undefined ? at : [...at, 'Mode'] });
  },
});
