/** A type of resource that holds something which making it anew does not bring back. */
export interface StatefulType {
  /**
   * Properties whose change makes CloudFormation replace the resource: `createOnlyProperties` of the resource's schema in
   * the CloudFormation registry. The end-to-end suite of `tools` compares them with the schemas that cfn-lint carries.
   */
  readonly replacing: readonly string[];
  /** What is gone, or out of reach, once the resource is removed or replaced. */
  readonly holds: string;
  /** It counts only where this property is set: nobody knows a name that CloudFormation made up. */
  readonly onlyWith?: string;
}

/** The types of resources whose logical ids and replacing properties stay the same from release to release. */
export const statefulTypes: Readonly<Record<string, StatefulType>> = {
  'AWS::S3::Bucket': {
    replacing: ['BucketName', 'BucketNamePrefix', 'BucketNamespace'],
    holds: 'all its objects: data, models and reports',
  },
  'AWS::KMS::Key': { replacing: [], holds: 'everything that was ever encrypted with it' },
  'AWS::KMS::Alias': { replacing: ['AliasName'], holds: 'the name by which people and stacks find the key' },
  'AWS::SageMaker::ModelPackageGroup': {
    replacing: ['ModelPackageGroupName', 'ModelPackageGroupDescription'],
    holds: 'every registered model, with its approvals and its history',
  },
  'AWS::SageMaker::Pipeline': { replacing: ['PipelineName'], holds: 'the history of its executions and their cache' },
  'AWS::SageMaker::Endpoint': { replacing: ['EndpointName'], holds: 'the address that applications ask' },
  'AWS::SageMaker::MonitoringSchedule': {
    replacing: ['MonitoringScheduleName'],
    holds: 'the history of what was found at the endpoint',
  },
  'AWS::Logs::LogGroup': { replacing: ['LogGroupName'], holds: 'the logs of the past, which audits ask for' },
  'AWS::SNS::Topic': { replacing: ['TopicName', 'FifoTopic'], holds: 'the subscriptions that people confirmed' },
  'AWS::SQS::Queue': { replacing: ['FifoQueue', 'QueueName'], holds: 'the messages that wait in it' },
  'AWS::SSM::Parameter': { replacing: ['Name'], holds: 'the name by which other stacks look its value up' },
  'AWS::IAM::Role': {
    replacing: ['Path', 'RoleName'],
    holds: 'the trust and the policies of others that name it',
    onlyWith: 'RoleName',
  },
};
