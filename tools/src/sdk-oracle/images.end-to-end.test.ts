import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { chooseFrameworkImage, type ImagePurpose } from '@millrace/compiler';
import { type FrameworkImageTable, frameworkImageUri, loadFrameworkImages } from '@millrace/schema';
import { expect, test } from 'vitest';
import { findOracle } from './find-oracle.js';

const REGIONS = ['us-east-1', 'cn-north-1', 'us-gov-west-1', 'il-central-1', 'ap-southeast-7'];
const INSTANCES = ['ml.m5.xlarge', 'ml.g5.xlarge', 'ml.c6g.xlarge'];

/** What the SDK was asked, and the URI that it gave, or null where it refused. */
type Answer = readonly [
  framework: string,
  scope: string,
  version: string,
  python: string | null,
  base: string | null,
  region: string,
  instanceType: string,
  uri: string | null,
];

test('framework images are those that sagemaker.image_uris.retrieve names', { timeout: 120_000 }, async (context) => {
  const oracle = await findOracle();
  if ('obstacle' in oracle) return context.skip(`not run: ${oracle.obstacle}`);
  const table = await loadFrameworkImages();
  const answers = askSdk(oracle.python, Object.keys(table.frameworks)).filter(isComparable);
  const different = answers.flatMap((answer) => {
    const own = askMillrace(answer, table);
    return own === answer.at(-1) ? [] : [{ answer: answer.join(' '), own }];
  });
  console.log(`${answers.length - different.length} of ${answers.length} answers agree with the SageMaker SDK`);
  expect(answers.filter((answer) => answer.at(-1) !== null).length).toBeGreaterThan(2_000);
  expect(different).toEqual([]);
});

function askSdk(python: string, frameworks: readonly string[]): readonly Answer[] {
  const program = join(import.meta.dirname, 'list_images.py');
  const printed = execFileSync(python, [program, REGIONS.join(','), INSTANCES.join(',')], {
    encoding: 'utf8',
    input: JSON.stringify(frameworks),
    stdio: ['pipe', 'pipe', 'ignore'],
    maxBuffer: 64 * 1024 * 1024,
  });
  const lines = printed.trimEnd().split('\n');
  // The program prints exactly such lists.
  return lines.map((line) => JSON.parse(line) as Answer);
}

const PURPOSES: Readonly<Record<string, ImagePurpose>> = {
  training: 'training',
  inference: 'inference',
  processing: 'processing',
  monitoring: 'processing',
};

/**
 * Left out: Elastic Inference, which is no more; `latest`; training on Graviton processors, for which the SDK gives the
 * image for inference; and its answer to any version of scikit-learn on them, which is always the image of 1.0-1.
 */
function isComparable([framework, scope, version, , , , instanceType]: Answer): boolean {
  const arm = instanceType.startsWith('ml.c6g');
  if (PURPOSES[scope] === undefined || version === 'latest') return false;
  return !arm || (scope === 'inference' && (framework !== 'sklearn' || version === '1.0-1'));
}

function askMillrace(answer: Answer, table: FrameworkImageTable): string | null {
  const [name, scope, version, pythonVersion, baseFramework, region, instanceType] = answer;
  const setting = {
    name,
    version: version === '' ? undefined : version,
    pythonVersion: pythonVersion ?? undefined,
    baseFramework: baseFramework ?? undefined,
  };
  const wish = { setting, purpose: PURPOSES[scope] ?? 'training', instanceType, path: [] };
  const { value: image } = chooseFrameworkImage(wish, table);
  return (image && frameworkImageUri(image, region)) ?? null;
}
