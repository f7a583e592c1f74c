import { performance } from 'node:perf_hooks';
import { MlPipeline, PipelineSource } from '@millrace/cdk-constructs';
import { App, Stack, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, HIPAASecurityChecks, NIST80053R5Checks, PCIDSS321Checks } from 'cdk-nag';

// Run by synth.ts in a process of its own. Argument: a spec. Prints its figures as JSON.
const [file = ''] = process.argv.slice(2);
const loaded = performance.now();
const first = await synthesize();
const second = await synthesize();
console.log(JSON.stringify({ load: loaded, first: first.time, second: second.time, ...second.size }));

/** Everything from the text of the spec to the template on disk, with the four packs as an app has them. */
async function synthesize() {
  const start = performance.now();
  const app = new App({ context: { 'preprod-account': '222222222222', 'prod-account': '333333333333' } });
  const packs = [AwsSolutionsChecks, NIST80053R5Checks, HIPAASecurityChecks, PCIDSS321Checks];
  Validations.of(app).addPlugins(...packs.map((Pack) => new Pack(app)));
  const stack = new Stack(app, 'Houses', { env: { account: '111111111111', region: 'us-east-1' } });
  new MlPipeline(stack, 'Pipeline', { source: await PipelineSource.fromSpecFile(file) });
  const { template } = app.synth().getStackByName(stack.stackName);
  const time = performance.now() - start;
  return { time, size: { bytes: JSON.stringify(template).length, resources: Object.keys(template.Resources).length } };
}
