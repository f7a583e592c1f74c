import type { ComparisonGroup } from './comparison.js';
import { ofExamples, onTemplate } from './proofs.js';

/** What the module says of security and compliance. */
export const securityProperties: ComparisonGroup = {
  title: 'Security and compliance',
  comparisons: [
    {
      claim: 'The bucket is encrypted with a customer-managed key',
      mdaa: 'True.',
      ours: 'True.',
      proof: onTemplate('the bucket is encrypted with the key, with a bucket key'),
    },
    {
      claim: 'Volumes of training and processing are encrypted',
      mdaa: 'True, with the id of the key; volumes of transform jobs are not.',
      ours: 'True, with the ARN of the key; a machine that stores on disks of its host is given none.',
      proof: onTemplate('volumes and outputs of processing and training are encrypted with the ARN of the key'),
    },
    {
      claim: 'Model artifacts are encrypted at rest',
      mdaa: 'The output of training is, where it lies in a bucket that the role can write to.',
      ours: 'The output of training is, with the same key.',
      proof: onTemplate('volumes and outputs of processing and training are encrypted with the ARN of the key'),
    },
    {
      claim: 'All access to S3 over HTTPS',
      mdaa: 'True.',
      ours: 'True, and no TLS older than 1.2.',
      proof: onTemplate('the bucket takes nothing but TLS 1.2'),
    },
    {
      claim: 'Traffic between containers of distributed training is encrypted',
      mdaa: 'In a VPC without the flag, that of processing is and that of training is not.',
      ours: 'In a VPC always, unless the author switches it off.',
      proof: onTemplate('traffic between instances is encrypted, in training and processing alike'),
    },
    {
      claim: 'The role is scoped to S3 paths, key and actions',
      mdaa: 'To the whole bucket, to all images, to jobs of every pipeline.',
      ours: 'To the prefixes, images, key and actions of the steps.',
      proof: onTemplate('jobs read and write the prefixes of the definition, and delete nothing'),
    },
    {
      claim: 'Only the role of the pipeline has access to the model package group',
      mdaa: 'Its statements name another group than the one that is created.',
      ours: 'The role registers in the group; approval is for people.',
      proof: onTemplate('the pipeline registers in its group, and cannot approve'),
    },
    {
      claim: 'Cross-account access to the registry by scoped policies',
      mdaa: 'There is no policy of the group: the other accounts can read the bucket, and no package.',
      ours: 'Package, object, key and image are granted together, to roles that run models.',
      proof: onTemplate('read packages of the group by its own policy, with the roles that run models'),
    },
    {
      claim: 'Steps in a VPC',
      mdaa: 'Processing and training; models have none. A subnet that `ssm:` names makes the template invalid.',
      ours: 'Processing, training and models; `ssm:` becomes a parameter of the template.',
      proof: onTemplate('processing and training stand in the subnets and security groups of the spec'),
    },
    {
      claim: 'Containers without network',
      mdaa: 'The wish of a step is dropped where the pipeline has no network of its own.',
      ours: 'As the step says, and otherwise as the pipeline says.',
      proof: onTemplate('a step is isolated as it says, and otherwise as the pipeline says'),
    },
    {
      claim: 'In line with the rule sets of cdk-nag',
      mdaa: '0 errors, with 32 findings suppressed, most of them together.',
      ours: '0 findings that are not acknowledged one by one, on every construct.',
      proof: ofExamples(
        'rule-packs/rule-packs.test.ts',
        'every acknowledgement names one finding that there is, and says why',
      ),
    },
  ],
};
