import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { suggest } from '../../diagnostics/did-you-mean.js';
import type { DefinitionContext } from '../definition-context.js';
import { ruleOnSteps } from '../rule-on-steps.js';
import { waitedFor } from '../waits-of-steps.js';

const MESSAGE = 'ErrorMessage';

const diagnostics = defineDiagnostics('definition', {
  'unknown-fail-argument': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R101'],
    message: (p: { key: string }) => `a Fail step has no argument "${p.key}"`,
    help: (p) => suggest(p.key, [MESSAGE]),
    explanation:
      'A Fail step ends the execution with a message. ErrorMessage is its only argument; SageMaker refuses others.',
  },
  'fail-without-message': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R101'],
    message: () => 'a Fail step states its ErrorMessage',
    help: () => 'add ErrorMessage: text, or an expression such as {"Std:Join": …}; an empty text is allowed',
    explanation:
      'ErrorMessage of a Fail step is required. It becomes the reason why the execution failed, so it should say which figure was too low, for example.',
  },
  'always-fails': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R101'],
    message: () => 'every execution fails here: the Fail step stands in no branch of a condition',
    help: () => 'put it into the branch of a condition that decides whether the execution has failed',
    explanation:
      'A Fail step that no condition guards runs in every execution and ends it as failed. It belongs into the branch of a condition.',
  },
});

/** A Fail step has a message, and runs only where a condition says so. */
export const failStepsStateTheirMessage = ruleOnSteps({
  rules: ['R101'],
  types: ['Fail'],
  diagnostics,
  check: function* ({ step, path }, context) {
    const at = [...path, 'Arguments'];
    for (const key of Object.keys(step.Arguments)) {
      if (key !== MESSAGE) yield diagnostics['unknown-fail-argument']({ key }, { path: [...at, key], target: 'key' });
    }
    if ((step.Arguments[MESSAGE] ?? null) === null) yield diagnostics['fail-without-message']({}, { path: at });
    if (!isGuarded(step.Name, context)) yield diagnostics['always-fails']({}, { path: [...path, 'Name'] });
  },
});

/** True for a step in a branch, and for one that waits for such a step: it runs only with it. */
function isGuarded(name: string, context: DefinitionContext): boolean {
  for (const each of waitedFor(name, context.waits)) if (context.step(each)?.branch !== undefined) return true;
  return false;
}
