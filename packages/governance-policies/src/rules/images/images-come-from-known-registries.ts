import { z } from 'zod';
import { AWS_IMAGE_ACCOUNTS } from '../../images/generated/aws-image-accounts.js';
import { parseEcrImage } from '../../images/image-uri.js';
import { namedImages } from '../../images/named-images.js';
import { defineRule } from '../../rule/define-rule.js';
import { tell } from '../../rule/tell.js';
import { judgeText, type Verdict } from '../../values/judge-value.js';

/** MR-IMG-003 */
export const imagesComeFromKnownRegistries = defineRule({
  id: 'MR-IMG-003',
  profiles: { baseline: 'error' },
  title: 'images come from registries that are known',
  checks:
    'The registry is a private one of ECR, of the environment\'s account, of AWS or of the option "registries". Where the environment names no account and the option none, any private registry of ECR will do.',
  why: 'What runs in the container has the role and the data of the job. An image of a public registry or of a foreign account is code that nobody here has reviewed and that its owner may exchange.',
  fix: {
    kind: 'none',
    how: 'copy the image into the registry of your account, or name its account in the option "registries"',
  },
  source: 'Security Hub SageMaker.16; image lists of the SageMaker Python SDK for the accounts of AWS',
  options: z.strictObject({
    registries: z
      .array(z.string().regex(/^\d{12}$/, { error: 'an account is 12 digits, in quotes' }))
      .default([])
      .describe('Accounts whose registries are trusted, 12 digits each.'),
  }),
  subjects: namedImages,
  judge: function* ({ value, path }, context, { registries }) {
    const own = context.deployValue('account');
    const trusted =
      own === undefined && registries.length === 0 ? undefined : new Set([...registries, own, '<account>']);
    const answer = judgeText(context.read(value), (given = '') => verdictOf(given, trusted));
    yield* tell(answer, {
      path,
      violated: 'the image comes from a registry that nobody has named as trusted',
      unknown: 'the image may come from a registry that nobody has named as trusted',
    });
  },
});

function verdictOf(image: string, trusted: ReadonlySet<string | undefined> | undefined): Verdict {
  if (image.startsWith('<image:')) return 'holds';
  const account = parseEcrImage(image)?.account;
  if (account === undefined) return /^[<…]/.test(image) ? 'unknown' : 'violated';
  if (trusted === undefined || trusted.has(account) || AWS_IMAGE_ACCOUNTS.has(account)) return 'holds';
  return /^\d{12}$/.test(account) ? 'violated' : 'unknown';
}
