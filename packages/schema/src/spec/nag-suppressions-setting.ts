import { z } from 'zod';
import { acrossKeys } from './across-keys.js';
import { authorObject } from './author-object.js';
import { deployTimeOnly } from './deploy-time-only.js';
import { literalText } from './literal-only.js';
import { reportIssue } from './report-issue.js';
import { text } from './slots.js';
import { specDiagnostics } from './spec-diagnostics.js';
import { formedText, hasForm } from './text-checks.js';

/** The pack that cdk-nag 3 prints before the rule, the rule, and the finding in brackets. */
const RULE = /^([\w.]+::)?[A-Za-z][\w.]*(-[\w.]+)+(\[.+\])?$/;

const suppression = authorObject({
  id: literalText(
    formedText({
      what: 'the id of a rule',
      pattern: RULE,
      allowed: 'write the pack and the rule, as AwsSolutions-IAM5 or AwsSolutions-IAM5[Resource::*]',
    }),
  ).describe('Rule that is acknowledged, as AwsSolutions-IAM5; with its finding in brackets, or in appliesTo.'),
  reason: literalText(
    text(hasForm({ what: 'a reason', pattern: /^(?=.*\S).{10,}$/s, allowed: 'write at least 10 characters' })),
  ).describe('Why the finding is meant to be so, at least 10 characters; people who audit read it.'),
  appliesTo: z
    .array(literalText(text()))
    .min(1)
    .optional()
    .describe('Findings of the rule, as Resource::*. Default: all that the rule has to say of this path.'),
}).check(
  acrossKeys(({ id, appliesTo }, context) => {
    if (appliesTo === undefined || typeof id !== 'string' || !id.endsWith(']')) return;
    const given = ['the finding in "id"', '"appliesTo"'];
    const parameters = { what: 'a suppression', keys: given, given };
    reportIssue(context, specDiagnostics['exactly-one'], { parameters, at: ['appliesTo'], place: { target: 'key' } });
  }),
);

/**
 * `nag_suppressions:` — findings of cdk-nag that are meant to be so, by the path of a construct. The form is that of
 * MDAA's base configuration (aws/modern-data-architecture-accelerator 7414432, `mdaa-config/lib/config.ts`,
 * `MdaaNagSuppressionConfigs`), with `appliesTo` of cdk-nag 2 besides.
 */
export const nagSuppressionsSetting = authorObject({
  by_path: z
    .array(
      authorObject({
        path: deployTimeOnly(
          text(
            hasForm({
              what: 'the path of a construct',
              pattern: /^\/?[^/\s][^\n]*$/,
              allowed: 'write ids of constructs with "/" between them, as Registry/Group',
            }),
          ),
        ).describe('Path of a construct, or the end of it.'),
        suppressions: z.array(suppression).min(1).describe('What is acknowledged there.'),
      }),
    )
    .optional()
    .describe('Acknowledged findings by the path of the construct.'),
});

/** What an author says of findings. */
export type NagSuppressionsSetting = z.output<typeof nagSuppressionsSetting>;
