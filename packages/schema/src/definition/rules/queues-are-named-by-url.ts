import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { describeJson } from '../../source/describe-json.js';
import type { Json } from '../../source/json.js';
import { asExpression } from '../expression.js';
import { ruleOnSteps } from '../rule-on-steps.js';

const URL = /^https:\/\/[a-z0-9.-]+(?::\d+)?\/\d{12}\/[A-Za-z0-9_-]{1,75}(?:\.fifo)?$/;

const diagnostics = defineDiagnostics('definition', {
  'not-a-queue': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R95'],
    message: (p: { given: string }) => `SqsQueueUrl is the https URL of an SQS queue, but ${p.given} is given`,
    help: () => 'write it as https://sqs.REGION.amazonaws.com/ACCOUNT/NAME, or take it from a parameter',
    explanation:
      'A Callback step sends a message with a token to an SQS queue and waits until someone answers with it. The queue is named by its URL, not by its ARN or its name. A reference is accepted too: sample pipelines of AWS take the URL from a parameter.',
  },
});

/** A Callback step names its queue by URL. */
export const queuesAreNamedByUrl = ruleOnSteps({
  rules: ['R95'],
  types: ['Callback'],
  diagnostics,
  check: function* ({ step, path }) {
    // Members beside the common ones are typed unknown, but they were read from JSON.
    const given = step['SqsQueueUrl'] as Json | undefined;
    if (asExpression(given) !== undefined || (typeof given === 'string' && URL.test(given))) return;
    const place = given === undefined ? { path } : { path: [...path, 'SqsQueueUrl'] };
    yield diagnostics['not-a-queue']({ given: given === undefined ? 'nothing' : describeJson(given) }, place);
  },
});
