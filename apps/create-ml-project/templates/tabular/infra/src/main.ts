// Started by the CDK (cdk.json) in the root of the project: npx nx synth infra
import { MlProject } from '@millrace/cdk-constructs';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { EnvironmentStack } from './stack.js';

const app = new App();
const project = await MlProject.load();
for (const environment of project.environments) new EnvironmentStack(app, { project, environment });

// A finding ends synth with an error. More packs of cdk-nag: NIST80053R5Checks, HIPAASecurityChecks, PCIDSS321Checks.
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
