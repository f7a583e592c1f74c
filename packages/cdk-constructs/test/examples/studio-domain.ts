import { type App, Stack } from 'aws-cdk-lib';
import * as sagemaker from 'aws-cdk-lib/aws-sagemaker';
import { StudioDomain } from '../../src/index.js';

/** Counts a stack as part of the domain of Studio that another team's module has published. */
export function studioDomainExample(app: App): Stack {
  const stack = new Stack(app, 'StudioDomain');
  new sagemaker.CfnModelPackageGroup(stack, 'Models', { modelPackageGroupName: 'churn' });
  const published = { org: 'acme', domain: 'sales', moduleName: 'studio', projectName: 'churn' };
  StudioDomain.fromParameter(stack, published).tag(stack);
  return stack;
}
