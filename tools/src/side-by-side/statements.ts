import type { ComparisonGroup } from './comparison.js';
import { ofConstruct, onTemplate } from './proofs.js';

/** What roles and resource policies of the template allow and deny. */
export const statements: ComparisonGroup = {
  title: 'Statements',
  comparisons: [
    {
      claim: 'Jobs and models of the pipeline',
      mdaa: 'Fifteen actions, deletion of models among them, on every job of pipelines, whether a step needs them or not.',
      ours: 'Create, describe and stop of the jobs that the steps are, tagged in their creation alone.',
      proof: onTemplate('the pipeline starts, follows and stops jobs of pipelines, and no other SageMaker job'),
    },
    {
      claim: 'Executions of the pipeline by itself',
      mdaa: 'Start, describe and stop, on ARNs that the real name of the pipeline does not match.',
      ours: 'None: a pipeline that runs needs none. Who starts it is granted that.',
      proof: ofConstruct(
        'pipeline-starts',
        'starts executions on a schedule, with parameters, by a role that can do nothing else',
      ),
    },
    {
      claim: 'Registration of models',
      mdaa: 'Create and update of packages, approval included; on the group of the other name.',
      ours: 'Creation with the status of the spec; approval is denied.',
      proof: onTemplate('the pipeline registers in its group, and cannot approve'),
    },
    {
      claim: 'Images',
      mdaa: 'Every repository of every account in every region.',
      ours: 'The repositories of the images that the definition names.',
      proof: onTemplate('jobs pull the images of the definition, and no others'),
    },
    {
      claim: 'Logs and metrics',
      mdaa: 'All of `/aws/sagemaker/*`; metrics of jobs cannot be published.',
      ours: 'The log groups of the kinds of jobs that there are, and metrics of their namespaces.',
      proof: onTemplate('jobs write the logs of their kind'),
    },
    {
      claim: 'The bucket of the pipeline',
      mdaa: 'Read, write and delete of the whole bucket.',
      ours: 'Read of what a step reads, write of what it writes, below the prefix of the pipeline; no deletion.',
      proof: onTemplate('jobs read and write the prefixes of the definition, and delete nothing'),
    },
    {
      claim: 'Buckets of others',
      mdaa: 'Read of buckets that are listed by hand; nothing can be written, so that its own sample cannot run.',
      ours: 'What the steps read and write, computed from the definition.',
      proof: onTemplate('data of other buckets that the steps name is reachable, and nothing beside it'),
    },
    {
      claim: 'The key',
      mdaa: 'Granted twice over, and grants for AWS resources.',
      ours: 'Decrypt, encrypt, describe, and grants for AWS resources, once each.',
      proof: onTemplate('the roles use the key of the project, and grant it to AWS resources only'),
    },
    {
      claim: 'Passing of roles',
      mdaa: 'Itself, to SageMaker.',
      ours: 'The role of the jobs, to SageMaker.',
      proof: onTemplate('the pipeline passes the role of its jobs, to SageMaker only'),
    },
    {
      claim: 'Wildcards',
      mdaa: 'Twenty-two findings of cdk-nag behind one reason for all of them.',
      ours: 'Three statements on all resources, because AWS takes no less; every other wildcard stands in an ARN and has its own reason.',
      proof: onTemplate('only what AWS grants on no resource is granted on all'),
    },
    {
      claim: 'Bucket policy: other keys and ciphers',
      mdaa: 'Refuses AES256, and every key id that is not the ARN; jobs are given the id.',
      ours: 'Refuses other ciphers and other keys where a request names one; the rest takes the default, which is the key.',
      proof: onTemplate('what a request encrypts with another key or cipher is refused'),
    },
    {
      claim: 'Bucket policy: other accounts',
      mdaa: 'The roots of the accounts read the whole bucket.',
      ours: 'Roles that run models read models.',
      proof: onTemplate('read models in the bucket, and no other prefix'),
    },
    {
      claim: 'Key policy: other accounts',
      mdaa: 'They may encrypt as well as decrypt, although they can only read.',
      ours: 'Roles that run models decrypt, through S3.',
      proof: onTemplate('decrypt through S3, and do nothing else with the key'),
    },
    {
      claim: 'A bucket and key that were there before',
      mdaa: 'Without the key, the bucket is ignored and a new one made; grants to other accounts are left out without a word.',
      ours: 'Used as they are; what their owner must add is said.',
      proof: ofConstruct('artifact-store', 'changes nothing, and says what its owner must add'),
    },
  ],
};
