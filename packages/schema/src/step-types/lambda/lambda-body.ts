import type { z } from 'zod';
import { authorObject } from '../../spec/author-object.js';
import { deployTimeOnly } from '../../spec/deploy-time-only.js';
import { flatArguments } from '../../spec/flat-arguments.js';
import { outputParameters } from '../../spec/output-parameters.js';
import { formedText } from '../../spec/text-checks.js';

/** The ARN of a function, of a version of it or of an alias (FunctionArn of the Lambda service model). */
const functionArn = formedText({
  what: 'the ARN of a Lambda function',
  pattern: /^arn:aws[a-z-]*:lambda:[a-z0-9-]+:\d{12}:function:[A-Za-z0-9-_]+(:(\$LATEST|[A-Za-z0-9-_]+))?$/,
  allowed: 'the form is arn:aws:lambda:REGION:ACCOUNT:function:NAME',
  longest: 256,
  help: (given) =>
    /^[A-Za-z0-9-_]+$/.test(given) ? `write arn:aws:lambda:{{region}}:{{account}}:function:${given}` : undefined,
});

/** The body of a Lambda step. Source: facts/sagemaker-pipelines, sections 2.2 and 7.6 (rule R94). */
export const lambdaBody = authorObject({
  functionArn: deployTimeOnly(functionArn).describe('Function to call; it has 10 minutes at most.'),
  arguments: flatArguments.optional().describe('What the function gets as its event: a flat map.'),
  outputs: outputParameters.optional().describe('Keys of the map that the function returns, at most 50.'),
});

/** What an author says of a Lambda step. */
export type LambdaBody = z.output<typeof lambdaBody>;
