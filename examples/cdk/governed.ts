import { fileURLToPath } from 'node:url';
import { MlPipeline, PipelineSource } from '@millrace/cdk-constructs';
import { SageMakerPipelineChecks } from '@millrace/governance-policies/cdk-nag';
import { App, Stack, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';

export const app = new App();
const source = await PipelineSource.fromSpecFile(fileURLToPath(new URL('../churn/pipeline.yaml', import.meta.url)));
const churn = new MlPipeline(new Stack(app, 'churn-dev'), 'Churn', { source });

// Packs stand beside each other. A finding that is an error ends synth.
const settings = { rules: { 'MR-CST-003': { severity: 'error', options: { hours: 0.5 } } } } as const;
export const checks = new SageMakerPipelineChecks(app, { profiles: ['baseline', 'cost'], settings });
Validations.of(app).addPlugins(new AwsSolutionsChecks(app), checks);

// One finding, of one rule and one step, is meant to be so.
Validations.of(churn).acknowledge({ id: 'MR::MR-CST-003[Train]', reason: 'spot capacity is scarce in this region' });
