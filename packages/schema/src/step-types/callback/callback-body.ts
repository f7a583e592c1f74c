import type { z } from 'zod';
import { authorObject } from '../../spec/author-object.js';
import { deployTimeOnly } from '../../spec/deploy-time-only.js';
import { flatArguments } from '../../spec/flat-arguments.js';
import { outputParameters } from '../../spec/output-parameters.js';
import { formedText } from '../../spec/text-checks.js';

const queueUrl = formedText({
  what: 'the URL of an SQS queue',
  pattern: /^https:\/\/\S+\/\d{12}\/[A-Za-z0-9-_]{1,80}(\.fifo)?$/,
  allowed: 'the form is https://sqs.REGION.amazonaws.com/ACCOUNT/NAME',
  longest: 1024,
  help: (given) => {
    const [, region, account, name] = /^arn:aws[a-z-]*:sqs:([a-z0-9-]+):(\d{12}):(\S+)$/.exec(given) ?? [];
    return region === undefined ? undefined : `the URL is https://sqs.${region}.amazonaws.com/${account}/${name}`;
  },
});

/** The body of a Callback step. Source: facts/sagemaker-pipelines, sections 2.2 and 7.6 (rule R95). */
export const callbackBody = authorObject({
  sqsQueueUrl: deployTimeOnly(queueUrl).describe('Queue that gets the message with the token of the step.'),
  arguments: flatArguments.optional().describe('What the message says beside the token: a flat map.'),
  outputs: outputParameters.optional().describe('What the answer to the message gives, at most 50.'),
});

/** What an author says of a Callback step. */
export type CallbackBody = z.output<typeof callbackBody>;
