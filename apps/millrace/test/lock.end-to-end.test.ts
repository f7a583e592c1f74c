import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lockDocument } from './documents.js';
import { newFolder, runCli } from './run-cli.js';

const SPEC = `
projectName: p
pipeline:
  steps:
    - name: Prepare
      type: Processing
      processing: { framework: { name: sklearn, version: 1.2-1 }, instanceType: ml.m5.large }
`;
const DIGEST = `sha256:${'0a'.repeat(32)}`;
const REPOSITORY = '141502667606.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-scikit-learn';

function project(lock?: string) {
  const folder = newFolder();
  writeFileSync(join(folder, 'pipeline.yaml'), SPEC);
  writeFileSync(join(folder, 'project.config.yaml'), 'environments: { dev: { region: eu-west-1 } }\n');
  if (lock !== undefined) writeFileSync(join(folder, 'millrace.lock.yaml'), lock);
  return { folder, run: (line: string) => runCli(line.split(' '), { folder }) };
}

it('pins an image by its name, and the pipeline then takes it by digest', () => {
  const { folder, run } = project();
  expect(run('lock pipeline.yaml -e dev').stdout).toBe(
    `image:sklearn:1.2-1\n  ${REPOSITORY}:1.2-1-cpu-py3\n  not pinned\n`,
  );
  const { exitCode, stdout } = run(`lock pipeline.yaml -e dev --json --image image:sklearn:1.2-1=${DIGEST}`);
  expect(exitCode).toBe(0);
  expect(lockDocument.parse(JSON.parse(stdout)).images).toEqual([
    { name: 'image:sklearn:1.2-1', uri: `${REPOSITORY}:1.2-1-cpu-py3`, digest: DIGEST },
  ]);
  expect(readFileSync(join(folder, 'millrace.lock.yaml'), 'utf8')).toContain(
    `"${REPOSITORY}:1.2-1-cpu-py3": ${DIGEST}\n`,
  );
  expect(run('compile pipeline.yaml -e dev').stdout).toContain(`"${REPOSITORY}@${DIGEST}"`);
  expect(run('compile pipeline.yaml --set region=us-east-1').stdout).toContain('sagemaker-scikit-learn:1.2-1-cpu-py3"');
  expect(run('lock pipeline.yaml --set region=us-east-1').stdout).toContain('not used here: 141502667606');
});

it('refuses entries that pin nothing', () => {
  const malformed = project('images: { "some/image:1": sha256:12 }\nimage: {}\n').run('validate pipeline.yaml');
  expect(malformed.exitCode).toBe(1);
  expect(malformed.stdout).toMatch(
    /millrace\.lock\.yaml:1:11 error project\/bad-lock .*expected the URI of an image in ECR/,
  );
  expect(malformed.stdout).toMatch(/millrace\.lock\.yaml:2:1 error project\/bad-lock .*did you mean "images"/);
  const unknown = project(`images: { "${REPOSITORY}:1.2-2-cpu-py3": "${DIGEST}" }\n`).run(
    'compile pipeline.yaml -e dev',
  );
  expect(unknown).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('project/unknown-locked-image') });
});

it('says what is wrong with a line', () => {
  const { run } = project();
  const refusals = [
    ['lock pipeline.yaml', 'images differ by region'],
    ['lock pipeline.yaml -e dev --image image:sklearn:1.2-1', 'gives no digest'],
    ['lock pipeline.yaml -e dev --image image:sklearn:1.2-1=latest', 'is no digest'],
    [`lock pipeline.yaml -e dev --image image:sklern:1.2-1=${DIGEST}`, 'did you mean "image:sklearn:1.2-1"?'],
  ] as const;
  for (const [line, told] of refusals) {
    expect(run(line)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining(told) });
  }
});
