import type { Json, Path } from '@millrace/schema';
import { defineRule } from '../../rule/define-rule.js';
import type { PolicyContext } from '../../rule/policy-context.js';
import { tell } from '../../rule/tell.js';
import { judgeText, type Verdict } from '../../values/judge-value.js';

interface Call {
  readonly kind: 'function' | 'queue';
  readonly target: Json;
  readonly path: Path;
}

const FUNCTION = /^arn:[^:]+:lambda:(?<region>[^:]*):(?<account>[^:]*):function:[^:]+(?::(?<version>.+))?$/;
const QUEUE = /^https:\/\/sqs\.(?<region>[^./]+)\.[^/]+\/(?<account>[^/]+)\//;

/** MR-IAM-007 */
export const callsGoToReviewedCode = defineRule({
  id: 'MR-IAM-007',
  profiles: { regulated: 'warning' },
  title: 'functions are called by version, and calls stay in the account and region',
  checks:
    'FunctionArn of Lambda steps ends with a version or an alias other than $LATEST; it and SqsQueueUrl of Callback steps are of the account and region of the environment.',
  why: 'A function without a version is whatever was deployed last: its owner changes what the pipeline does, without a review of the pipeline. A queue of another account gives the token of the callback away.',
  fix: { kind: 'none', how: 'publish a version or an alias of the function and name it in the ARN' },
  source: 'AWS Lambda developer guide, function versions; SageMaker developer guide, Callback steps',
  subjects: calls,
  judge: function* ({ kind, target, path }, context) {
    const answer = judgeText(context.read(target), (given = '') => verdictOf(given, kind, context));
    const what = kind === 'function' ? 'a version of a function of the environment' : 'a queue of the environment';
    yield* tell(answer, { path, violated: `this is not ${what}`, unknown: `this may not be ${what}` });
  },
});

function calls({ steps }: PolicyContext): readonly Call[] {
  return steps.flatMap(({ step, path }) =>
    [['FunctionArn', 'function'] as const, ['SqsQueueUrl', 'queue'] as const].flatMap(([member, kind]) => {
      // Members beside the common ones are typed unknown, but they were read from JSON.
      const target = step[member] as Json | undefined;
      return target === undefined || target === null ? [] : [{ kind, target, path: [...path, member] }];
    }),
  );
}

function verdictOf(target: string, kind: Call['kind'], context: PolicyContext): Verdict {
  const parts = (kind === 'function' ? FUNCTION : QUEUE).exec(target)?.groups;
  if (parts === undefined) return /^[<…]/.test(target) ? 'unknown' : 'violated';
  const { version, account, region } = parts;
  if (kind === 'function' && (version === undefined || version === '$LATEST')) return 'violated';
  const isForeign = (name: 'account' | 'region', given = '') => {
    const own = context.deployValue(name);
    return own !== undefined && !/[<…]/.test(given) && given !== own;
  };
  return isForeign('account', account) || isForeign('region', region) ? 'violated' : 'holds';
}
