// Started by the CDK (cdk.json) in the root of the project: npx nx synth infra
import { acknowledgeExceptions, MlProject } from '@millrace/cdk-constructs';
import { SageMakerPipelineChecks } from '@millrace/governance-policies/cdk-nag';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { EnvironmentStack, environmentOf } from './stack.js';

const app = new App();
const project = await MlProject.load();
for (const environment of project.environments) new EnvironmentStack(app, { project, environment });

// What governance/exceptions.yaml excuses is no finding; any other that is an error ends synth. SageMakerPipelineChecks has
// the rules of "millrace check". More packs of cdk-nag: NIST80053R5Checks, HIPAASecurityChecks, PCIDSS321Checks.
const { config, exceptions } = project;
const day = { environment: environmentOf, today: new Date().toISOString().slice(0, 10) };
acknowledgeExceptions(app, exceptions, day);
const pipelineChecks = new SageMakerPipelineChecks(app, { project: config, exceptions, ...day });
Validations.of(app).addPlugins(new AwsSolutionsChecks(app), pipelineChecks);
