import { governedOfType } from '../../platform/governed-resources.js';
import { defineRule } from '../../rule/define-rule.js';
import { tell } from '../../rule/tell.js';
import { judgeValue } from '../../values/judge-value.js';

/** MR-S3-004 */
export const bucketNamesBelongToTheAccount = defineRule({
  id: 'MR-S3-004',
  profiles: { baseline: 'warning' },
  title: 'buckets of pipelines have their names in the namespace of the account',
  checks:
    'Buckets of pipelines in templates that state BucketName or BucketNamePrefix have BucketNamespace "account-regional"; their names then end with -<account>-<region>-an. Names that CloudFormation makes up hold what nobody can guess.',
  why: 'Any account can take a name of the global namespace, before the bucket exists or after it was deleted. Whoever writes to the bucket by its name then writes to a stranger.',
  fix: {
    kind: 'none',
    how: 'set BucketNamespace to account-regional and let the name end with -<account>-<region>-an; this makes a new bucket (the construct ArtifactStore names new ones so)',
  },
  source: 'S3 user guide, namespaces for general purpose buckets; Prowler, s3_bucket_shadow_resource_vulnerability',
  template: {
    subjects: (context) =>
      governedOfType(context, 'AWS::S3::Bucket').flatMap(({ properties, path }) => {
        const member = ['BucketName', 'BucketNamePrefix'].find((each) => properties[each] !== undefined);
        return member === undefined ? [] : [{ properties, path: [...path, 'Properties', member] }];
      }),
    judge: function* ({ properties, path }, context) {
      const answer = judgeValue(context.read(properties['BucketNamespace']), (given) => given === 'account-regional');
      yield* tell(answer, {
        path,
        violated: 'BucketNamespace does not keep this name for the account',
        unknown: 'BucketNamespace may not keep this name for the account',
      });
    },
  },
});
