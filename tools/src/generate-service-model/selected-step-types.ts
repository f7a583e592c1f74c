import type { MemberChange, ServiceModelSelection } from './service-model-selection.js';

/**
 * The list. A further step type that mirrors a SageMaker request is one more entry here.
 * Sources: the SageMaker Python SDK v2.257.6 (`sagemaker/workflow`), its issue threads, and SageMaker's answers
 * quoted in them.
 */
export const selectedStepTypes: ServiceModelSelection = {
  stepTypes: [
    {
      stepType: 'Processing',
      request: 'CreateProcessingJob',
      describe: ['DescribeProcessingJob'],
      changes: [
        jobName('ProcessingJobName'),
        {
          member: 'RoleArn',
          change: 'expect',
          reason: 'SageMaker has accepted a Processing step without it and presumably used the role of the pipeline',
          source: 'a pipeline in a public Terraform state, applied, whose Processing step has no RoleArn',
        },
        ...experimentNames(),
      ],
    },
    {
      stepType: 'Training',
      request: 'CreateTrainingJob',
      describe: ['DescribeTrainingJob'],
      changes: [jobName('TrainingJobName'), ...experimentNames()],
    },
    {
      stepType: 'Model',
      request: 'CreateModel',
      describe: ['DescribeModel'],
      changes: [
        jobName('ModelName'),
        unknownArgument('PrimaryContainer.AdditionalModelDataSources', 'aws/sagemaker-python-sdk issue 4994'),
        unknownArgument('Containers[].AdditionalModelDataSources', 'aws/sagemaker-python-sdk issue 4994'),
      ],
    },
    {
      stepType: 'RegisterModel',
      request: 'CreateModelPackage',
      describe: ['DescribeModelPackage'],
      changes: [
        {
          member: 'ModelPackageName',
          change: 'refuse',
          reason: 'a pipeline registers into a group: use ModelPackageGroupName',
          source: 'aws/sagemaker-python-sdk pull request 3472: "Unknown Argument member \'ModelPackageName\'"',
        },
        {
          member: 'CertifyForMarketplace',
          change: 'refuse',
          reason: 'SageMaker Pipelines cannot certify a package for AWS Marketplace',
          source: 'SDK workflow/_utils.py: "not available in the workflow service and will cause rejection"',
        },
      ],
    },
    {
      stepType: 'Transform',
      request: 'CreateTransformJob',
      describe: ['DescribeTransformJob'],
      changes: [jobName('TransformJobName'), ...experimentNames()],
    },
  ],
  keyedLists: {
    ProcessingInputs: 'InputName',
    ProcessingOutputs: 'OutputName',
    FinalMetricDataList: 'MetricName',
  },
  closedEnums: {
    ProcessingS3InputMode: 'SageMaker refuses every other mode for Processing, FastFile of Training included',
    TrainingInputMode: 'SageMaker reads a channel in one of these modes only',
    ModelApprovalStatus: 'the states of an approval are fixed',
  },
  patternRepairs: [
    {
      published: '$' + '{1,128}',
      javaScript: '',
      reason: 'a slip in the model: the end of the text, repeated up to 128 times',
    },
    {
      published: '$' + '{1,256}',
      javaScript: '',
      reason: 'a slip in the model: the end of the text, repeated up to 256 times',
    },
    {
      published: '\\p{Alnum}',
      javaScript: 'a-zA-Z0-9',
      reason: 'a POSIX class of Java, which it defines as these ranges',
    },
  ],
};

/** SageMaker names the jobs of a pipeline; with the SDK's custom prefixes the member is there and is the prefix. */
function jobName(member: string): MemberChange {
  return {
    member,
    change: 'release',
    reason: 'SageMaker makes the name',
    source: 'SDK workflow/_utils.py pops it, and keeps it as a prefix under use_custom_job_prefix',
  };
}

/** The pipeline decides experiment and trial; a step may only name its trial component. */
function experimentNames(): readonly MemberChange[] {
  return ['ExperimentName', 'TrialName', 'RunName'].map((member) => ({
    member: `ExperimentConfig.${member}`,
    change: 'refuse',
    reason:
      'the experiment is set by PipelineExperimentConfig of the pipeline; a step may only set TrialComponentDisplayName',
    source: 'SDK workflow/steps.py, _trim_experiment_config',
  }));
}

function unknownArgument(member: string, source: string): MemberChange {
  return {
    member,
    change: 'refuse',
    reason: 'SageMaker Pipelines does not know it ("Unknown Argument member")',
    source,
  };
}
