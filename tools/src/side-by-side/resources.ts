import type { ComparisonGroup } from './comparison.js';
import { ofConstruct, onTemplate } from './proofs.js';

/** What the module deploys. */
export const resources: ComparisonGroup = {
  title: 'Resources',
  comparisons: [
    {
      claim: 'A SageMaker pipeline, declared without seed code',
      mdaa: 'A pipeline whose body is one `Fn::Sub`: a dollar and a brace in the text of an author break or change it, `ssm:` makes it invalid.',
      ours: 'A pipeline whose body is a text or an `Fn::Join`: the text of an author is never substituted in.',
      proof: onTemplate('one pipeline, with its definition in the template and no seed code'),
    },
    {
      claim: 'Steps of processing, training, registration and batch transform, with branches',
      mdaa: 'Six of the step types; a step must stand below those that it reads.',
      ours: 'Every step type of SageMaker, in any order.',
      proof: onTemplate('the definition holds the steps of the spec, the registration inside its branch'),
    },
    {
      claim: 'Conditional registration of models',
      mdaa: 'The condition has a type that SageMaker does not know, and reads the property file in a form that it does not take.',
      ours: "The condition that SageMaker's own SDK writes.",
      proof: onTemplate('the condition names a comparison that SageMaker knows, and reads the property file'),
    },
    {
      claim: 'An execution role of the pipeline',
      mdaa: 'One role for the pipeline and all of its jobs, whose trust has no condition on account or source.',
      ours: 'A role of the pipeline and one of its jobs, for this account and this pipeline.',
      proof: onTemplate('a role for the pipeline and another for its jobs, each for SageMaker and this pipeline alone'),
    },
    {
      claim: 'A customer-managed KMS key for bucket and volumes',
      mdaa: 'A key with rotation, and an alias. Jobs are given its id instead of its ARN, which names no key of another account.',
      ours: 'A key with rotation, kept when the stack goes; jobs are given its ARN.',
      proof: onTemplate('one key of the project, turned over every year and kept'),
    },
    {
      claim: 'A bucket for models, outputs and data of steps',
      mdaa: 'Encrypted, versioned and closed; no access logs, no ownership controls, neither account nor region in its name.',
      ours: 'Encrypted, versioned, closed, owner of all its objects, with access logs; its name holds account and region.',
      proof: onTemplate('a bucket that is versioned, closed and logged, with a name that holds account and region'),
    },
    {
      claim: 'Outputs of every step in that bucket',
      mdaa: 'Every execution overwrites the outputs of the one before; nothing ever leaves the bucket.',
      ours: 'Outputs lie below the id of their execution, and go, or move, by a rule for each prefix.',
      proof: onTemplate('objects leave the bucket, or move to cheaper storage, by a rule for each prefix'),
    },
    {
      claim: 'A model package group (optional)',
      mdaa: 'The group is created under a prefixed name, the definition registers under the bare one: two different groups.',
      ours: 'One name everywhere, that of the spec.',
      proof: onTemplate('one name of the model package group: in the definition, of what is created, and in every ARN'),
    },
    {
      claim: 'SSM parameters for other stacks: pipeline ARN, bucket name, group ARN',
      mdaa: 'They exist, as outputs too; the environment is not part of their names.',
      ours: 'The same names below `/{org}/{domain}/{module}`, and one for the role of the jobs.',
      proof: onTemplate('parameters by which other stacks find pipeline, role, bucket, key and group'),
    },
    {
      claim: 'Tags of a SageMaker Studio domain',
      mdaa: 'On the resources; the parameters that its sample names for id and ARN do not exist.',
      ours: 'On the resources, of the spec or of a domain; the parameter of the id is the one that is published.',
      proof: ofConstruct('studio-domain', 'takes tokens, and the parameter that MDAA publishes'),
    },
    {
      claim: 'Endpoints of registered models (related module)',
      mdaa: 'Instances of a fixed number, all at once; neither scaling, alarms, serverless nor asynchronous endpoints.',
      ours: 'Real-time with scaling, serverless, asynchronous down to zero; canary deployments that alarms roll back.',
      proof: ofConstruct('model-endpoint', 'go all at once by default, and back on errors or slow answers'),
    },
    {
      claim: 'Monitoring of endpoints for drift (related module)',
      mdaa: 'Four kinds of schedules, without alarms; an endpoint that `ssm:` names is refused.',
      ours: 'Four kinds of schedules with alarms.',
      proof: ofConstruct('model-monitoring', 'alarms on metrics that the monitor emits, and tells the topic'),
    },
    {
      claim: 'Batch inference with registered models',
      mdaa: 'Removed before the release; a transform step takes a package that is pasted by hand.',
      ours: 'The latest approved package of a group, on a schedule.',
      proof: ofConstruct('batch-inference', 'transforms with the latest approved version and deletes the model'),
    },
    {
      claim: 'Deployment of approved models (related module)',
      mdaa: 'CodeCommit, CodePipeline and CodeBuild around a build of the author; roles for everything of the organisation.',
      ours: 'A state machine: approved package, stages, manual gates, one role for each stage.',
      proof: ofConstruct('approval-deployment', 'takes an approved package through all stages, in the role of each'),
    },
  ],
};
