import { expect, it } from 'vitest';
import { compileUnderTest } from '../../testing/spec-under-test.js';

const spec = (config: string) => `
projectName: p
pipeline:
  steps:
    - name: Check
      type: ClarifyCheck
      clarifyCheck:
        checkType: DataBias
        imageUri: img
        dataset: { s3Uri: "s3://some-bucket/train" }
        config: ${config}
        suppliedBaselineConstraints: s3://some-bucket/analysis.json
`;

async function analysisOf(config: string): Promise<string | undefined> {
  const { value, diagnostics } = await compileUnderTest({ yaml: spec(config) });
  expect(diagnostics).toEqual([]);
  const files = value?.code.flatMap((bundle) => bundle.files) ?? [];
  expect(files.map(({ path }) => path)).toEqual(['analysis_config.json']);
  return files[0] && Buffer.from(files[0].bytes).toString();
}

it('writes the analysis with the defaults of the SDK, numbers as they were written, and escapes read', async () => {
  const text = await analysisOf(
    '{ label: y, label_values_or_threshold: [1.0], facet: [{ name_or_index: "$${age", value_or_threshold: [40] }] }',
  );
  expect(text).toContain('1.0');
  expect(JSON.parse(text ?? '')).toEqual({
    dataset_type: 'text/csv',
    label: 'y',
    label_values_or_threshold: [1],
    facet: [{ name_or_index: '${age', value_or_threshold: [40] }],
    methods: { pre_training_bias: { methods: 'all' }, report: { name: 'report', title: 'Analysis Report' } },
  });
});

it('keeps what the author says of methods and of the report', async () => {
  const methods = '{ pre_training_bias: { methods: [CI] }, report: { name: mine } }';
  const text = await analysisOf(
    `{ facet: [{ name_or_index: a }], label_values_or_threshold: [1], methods: ${methods} }`,
  );
  expect(JSON.parse(text ?? '').methods).toEqual({ pre_training_bias: { methods: ['CI'] }, report: { name: 'mine' } });
});
