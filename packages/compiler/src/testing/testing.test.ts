import { expect, test } from 'vitest';
import { expectCompiles, expectDiagnostics } from './index.js';

const SPEC = `
projectName: p
pipeline:
  steps:
    - { name: Make, type: Model, model: { modelPackageArn: 'arn:aws:sagemaker:us-east-1:123456789012:model-package/churn/1' } }
`;

test('a spec that compiles gives its definition, and no diagnostics', async () => {
  const { definition } = await expectCompiles(SPEC);
  expect(definition.Steps.map(({ Name: name }) => name)).toEqual(['Make']);
  await expect(expectDiagnostics(SPEC)).rejects.toThrow('without a diagnostic');
});

test('a spec that does not compile is shown with its diagnostics', async () => {
  const wrong = SPEC.replace('Model', 'Modle');
  await expect(expectCompiles(wrong)).rejects.toThrow(/pipeline\.yaml:5:27 error spec\/unknown-step-type/);
  expect(await expectDiagnostics(wrong)).toMatchObject([{ code: 'spec/unknown-step-type', at: '5:27' }]);
});

test('local files are given with the spec', async () => {
  const yaml = `
projectName: p
pipeline:
  steps:
    - name: P
      type: Processing
      processing: { imageUri: x.dkr.ecr.y/z:1, instanceType: ml.m5.large, script: src/p.py }
`;
  const { code } = await expectCompiles({ yaml, files: { 'src/p.py': 'print(1)' } });
  expect(code.flatMap(({ files }) => files.map(({ path }) => path))).toEqual(['p.py']);
});
