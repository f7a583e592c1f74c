import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { DefinitionRule } from '../definition-rule.js';
import { knownBeginning } from '../known-beginning.js';
import { walkRequest } from '../request-values.js';

const URI_MEMBER = /^(?:S3\w*(?:Uri|Path|Location|Prefix)|ModelDataUrl|LocalPath)$/;

/** The bucket, once it is known to end; ARNs of access points stand in the same place. */
const BUCKET = /^s3:\/\/(?!arn:)([^/]*)(\/|$)/;

/** Names that S3 gives today (rules of general purpose buckets). */
const LEGAL = /^[a-z0-9][.\-a-z0-9]{1,61}[a-z0-9]$/;

/** Names that S3 gave in us-east-1 until March 2018; such buckets are still there. */
const ONCE_LEGAL = /^[A-Za-z0-9._-]{3,255}$/;

const diagnostics = defineDiagnostics('definition', {
  'bucket-name': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R106'],
    message: (p: { bucket: string }) => `no bucket can be called "${p.bucket}"`,
    help: () => 'a bucket name has 3 to 63 of a-z, 0-9, "." and "-", and begins and ends with a letter or digit',
    explanation:
      'The text between s3:// and the next slash is the name of a bucket. This one breaks the rules of S3 for such names; often a placeholder was not filled in, or there is one slash too many. Each name is told once.',
  },
  'old-bucket-name': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R106'],
    message: (p: { bucket: string }) => `"${p.bucket}" is no name that S3 gives to buckets today`,
    help: () => 'nothing to do if the bucket exists; otherwise use a-z, 0-9, "." and "-" only',
    explanation:
      'Until 2018 buckets in us-east-1 could have capital letters, underscores and up to 255 characters. Such buckets still work; everywhere else the name is a slip.',
  },
});

/** S3 URIs name buckets that can exist. */
export const s3UrisNameBuckets: DefinitionRule = {
  rules: ['R106'],
  diagnostics,
  check: function* ({ steps }) {
    const told = new Set<string>();
    for (const placed of steps) {
      const found: Diagnostic[] = [];
      walkRequest(placed, (value, place) => {
        if (!URI_MEMBER.test(String(place.at(-1)))) return;
        const { text, isWhole } = knownBeginning(value);
        const [, bucket, end] = BUCKET.exec(text) ?? [];
        if (bucket === undefined || (end === '' && !isWhole) || LEGAL.test(bucket) || told.has(bucket)) return;
        told.add(bucket);
        const code = ONCE_LEGAL.test(bucket) ? 'old-bucket-name' : 'bucket-name';
        found.push(diagnostics[code]({ bucket }, { path: place.toPath() }));
      });
      yield* found;
    }
  },
};
