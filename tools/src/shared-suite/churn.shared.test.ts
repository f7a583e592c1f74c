import { compileSpec } from '@millrace/compiler';
import { type Json, toPlainJson } from '@millrace/schema';
import { expect, test } from 'vitest';
import { jsonAt } from './json-at.js';
import { describeShared, readShared } from './shared-folder.js';
import { stepOf } from './step-of.js';

const SCRIPTS = ['src/preprocess.py', 'src/train.py', 'src/evaluate.py', 'src/requirements.txt'];

describeShared('the example of how a spec should feel', () => {
  test('compiles as it is, with its framework, its defaults and its scripts', async () => {
    const files = {
      read: (path: string) => (SCRIPTS.includes(path) ? new Uint8Array([10]) : undefined),
      list: () => undefined,
    };
    const source = { file: 'pipeline.yaml', text: readShared('examples', 'churn', 'pipeline.yaml') };
    const { value, diagnostics } = await compileSpec(source, { files });
    // The first step is cached and reads a file of a fixed name; that is told as information.
    expect(diagnostics.map(({ code, severity }) => [severity, code])).toEqual([
      ['info', 'definition/cache-ignores-content'],
    ]);
    const image = { 'Millrace:DeployValue': 'image:sklearn:1.2-1' };
    // A definition is JSON; its typed view only says more.
    const definition = toPlainJson((value?.definition ?? null) as unknown as Json);
    const images = [
      jsonAt(stepOf(definition, 'Preprocess'), 'Arguments', 'AppSpecification', 'ImageUri'),
      jsonAt(stepOf(definition, 'Train'), 'Arguments', 'AlgorithmSpecification', 'TrainingImage'),
    ];
    expect(images).toEqual([image, image]);
    expect(jsonAt(stepOf(definition, 'Train'), 'Arguments', 'StoppingCondition', 'MaxRuntimeInSeconds')).toBe(3600);
    expect(jsonAt(stepOf(definition, 'Evaluate'), 'CacheConfig')).toMatchObject({ Enabled: true });
  });
});
