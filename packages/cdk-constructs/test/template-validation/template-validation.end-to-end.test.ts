import { App, Stack } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { describe, expect, test } from 'vitest';
import { type Example, examples } from '../examples/index.js';

// The CDK checks every template against CloudFormation's own schemas, unless CDK_VALIDATION says otherwise; with this
// flag what it finds are errors, and `synth` throws.
const VALIDATING = { '@aws-cdk/core:validateAgainstDefaultRules': true };

async function synthesize({ make }: Pick<Example, 'make'>): Promise<void> {
  const app = new App({ context: VALIDATING, analyticsReporting: false });
  await make(app);
  app.synth();
}

describe("the CDK's own validation of templates", () => {
  test('is awake: it refuses a property that CloudFormation does not know', async () => {
    const wrong = {
      make(app: App) {
        const stack = new Stack(app, 'Canary');
        new s3.CfnBucket(stack, 'Bucket').addPropertyOverride('BuckeName', 'x');
        return stack;
      },
    };
    await expect(synthesize(wrong)).rejects.toThrow(/BuckeName/);
  });

  test.each(examples)('finds nothing in the example $name', async (example) => {
    await synthesize(example);
  });
});
