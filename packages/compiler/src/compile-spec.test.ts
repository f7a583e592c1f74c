import { expect, test } from 'vitest';
import { bindDeployValues } from './bind/bind-deploy-values.js';
import type { LocalFiles } from './code/local-files.js';
import { compileSpec } from './compile-spec.js';

const files: LocalFiles = {
  read: (path) => (path === 'run.py' ? new TextEncoder().encode('print()\n') : undefined),
  list: () => ['run.py'],
};

const spec = `
projectName: churn
pipeline:
  steps:
    - name: Prep
      type: Processing
      processing: { imageUri: img, instanceType: ml.m5.large, script: run.py }
`;

test('local code lies by its content where the artifact layout says', async () => {
  const { value } = await compileSpec({ file: 'p.yaml', text: spec }, { files });
  const [code] = value?.code ?? [];
  const bound = bindDeployValues(code?.uri ?? null, (name) => name);
  expect(bound.value).toBe(`s3://bucket/environment/churn-sm-pipeline/code/${code?.sha256}`);
  expect(JSON.stringify(value?.definition)).toContain(`"Millrace:DeployValue":"code:${code?.sha256}"`);
});

test('a script that is not there is a diagnostic at its name', async () => {
  const { value, diagnostics } = await compileSpec(
    { file: 'p.yaml', text: spec.replace('run.py', 'rum.py') },
    { files },
  );
  expect(value).toBeUndefined();
  expect(diagnostics).toMatchObject([
    {
      code: 'spec/missing-file',
      path: ['pipeline', 'steps', 0, 'processing', 'script'],
      range: { start: { line: 7 } },
    },
  ]);
});
