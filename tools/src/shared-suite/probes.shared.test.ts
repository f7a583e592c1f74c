import { formatPath } from '@millrace/schema';
import { expect, test } from 'vitest';
import { compileText } from './compile-text.js';
import { findPlace } from './find-place.js';
import { describeShared, readShared } from './shared-folder.js';

interface Verdict {
  readonly id: string;
  readonly file: string;
  readonly verdict: string;
  readonly errors: string;
  readonly path: string;
}

describeShared('probes', () => {
  const verdicts = readVerdicts();

  test('are all in the table of messages', () => {
    const refused = verdicts.filter(({ verdict }) => verdict !== 'ok');
    expect(Object.keys(MESSAGES).sort()).toEqual(refused.map(({ id }) => id).sort());
  });

  test.each(verdicts)('$id gets the verdict $verdict $errors $path', async ({ file, verdict, errors, path }) => {
    const compiled = await compileText(file, readShared('probes', file));
    expect(compiled.definition !== undefined).toBe(verdict !== 'error');
    if (verdict !== 'error') expect(compiled.errors).toEqual([]);
    if (errors !== '') expect(compiled.errors).toHaveLength(Number(errors));
    if (path !== '') expect(compiled.diagnostics.map((each) => formatPath(each.path))).toContain(path);
  });

  test.each(verdicts)('$id says what it should, where it should', async ({ id, file }) => {
    const text = readShared('probes', file);
    const { diagnostics } = await compileText(file, text);
    // All probes use images with the tag latest, which is none of their subjects.
    const said = diagnostics.filter(
      ({ severity, code }) => severity !== 'info' && code !== 'definition/image-may-change',
    );
    const expected = MESSAGES[id] ?? [];
    expect(said.map(({ code }) => code)).toEqual(expected.map(([code]) => code));
    for (const [index, [, place, words]] of expected.entries()) {
      const { range, message, help, related = [] } = said[index] ?? {};
      expect(`${range?.start.line}:${range?.start.column}`).toBe(positionOf(text, place));
      expect([message, help, ...related.map((each) => `${formatPath(each.path)} ${each.message}`)].join('\n')).toMatch(
        words,
      );
    }
  });
});

function readVerdicts(): readonly Verdict[] {
  const [, ...lines] = readShared('probes', 'verdicts.tsv').trimEnd().split('\n');
  return lines.map((line) => {
    const [id = '', file = '', verdict = '', errors = '', path = ''] = line.split('\t');
    return { id, file, verdict, errors, path };
  });
}

/** `key of a.b` or `a.b`, as line and column; the root is 1:1. */
function positionOf(text: string, place: string): string | undefined {
  if (place === 'root') return '1:1';
  return place.startsWith('key of ')
    ? findPlace(text, place.slice('key of '.length)).key
    : findPlace(text, place).value;
}

/** Code, place and words of every error and warning, in order. */
type Said = readonly [code: string, place: string, words: RegExp];

const STEPS = 'pipeline.steps';

const MESSAGES: Readonly<Record<string, readonly Said[]>> = {
  B: [['graph/unknown-output', `${STEPS}[1].training.inputChannels[0].stepOutput`, /outputs of "Prep": train/]],
  C: [['graph/unknown-parameter', `${STEPS}[0].processing.inputs[0].parameter`, /declares no parameters/]],
  D: [['graph/unknown-step', `${STEPS}[3].condition.conditions[0].stepName`, /"Ghost"/]],
  E: [
    [
      'spec/unknown-interpolation',
      `${STEPS}[1].training.hyperparameters.tpl`,
      /parameters\..*steps\..*execution\.[\s\S]*\$\$\{user_var\}/,
    ],
  ],
  H: [['graph/unknown-parameter', `${STEPS}[0].processing.instanceType.parameter`, /"T"/]],
  I: [['graph/step-in-two-branches', `${STEPS}[3].condition.elseSteps[0]`, /ifSteps\[0\]/]],
  J: [
    ['graph/unknown-step', `${STEPS}[0].dependsOn[0]`, /"Ghost"/],
    ['graph/depends-on-itself', `${STEPS}[0].dependsOn[1]`, /itself/],
  ],
  K: [['spec/registration-without-model', `key of ${STEPS}[1].register`, /modelDataStep[\s\S]*modelData/]],
  L: [['spec/missing-companion', 'key of pipelineBucketName', /pipelineKmsKeyArn/]],
  N: [['spec/too-long', 'projectName', /33[\s\S]*32/]],
  O1: [['spec/body-does-not-match-type', `key of ${STEPS}[0].processing`, /type: Processing[\s\S]*tuning/]],
  O2: [
    [
      'spec/unknown-key',
      `key of ${STEPS}[0].processing.instancetype`,
      /did you mean "instanceType"\? It is already given/,
    ],
  ],
  O3: [['spec/missing-key', 'root', /projectName/]],
  O5: [['spec/malformed', `${STEPS}[0].processing.instanceType`, /did you mean "ml\.m5\.xlarge"/]],
  Q: [['spec/too-long', `${STEPS}[0].name`, /100[\s\S]*64/]],
  W: [
    [
      'graph/cycle',
      `${STEPS}[0].dependsOn[0]`,
      /Prep → B → Prep[\s\S]*dependsOn\[0\].*dependsOn[\s\S]*steps\[1\]\.dependsOn\[0\]/,
    ],
  ],
  X: [['spec/too-short', `${STEPS}`, /at least 1/]],
  Z2: [['graph/unknown-parameter', `${STEPS}[1].model.modelPackageArn.parameter`, /"PkgArn"/]],
  Z3: [['spec/malformed', `${STEPS}[3].model.modelPackageArn`, /property: "Reg\.ModelPackageArn"/]],
  Z4: [['graph/depends-on-branch-step', `${STEPS}[4].dependsOn[0]`, /skipped whenever[\s\S]*ifSteps/]],
  Z5: [['spec/duplicate-parameter', 'pipeline.parameters[1].name', /pipeline\.parameters\[0\]/]],
  Z6: [['spec/missing-companion', 'key of pipeline.networkConfig', /securityGroupIds/]],
  Z7: [['spec/illegal-bucket-name', `${STEPS}[1].training.outputPath`, /"ssm:"[\s\S]*whole value/]],
  Z9: [['spec/too-long', 'pipelineName', /300[\s\S]*256/]],
  EP: [
    ['spec/missing-key', 'root', /projectName/],
    ['spec/missing-key', 'root', /pipeline/],
    ['spec/unknown-key', 'key of endpointName', /endpointName/],
    ['spec/unknown-key', 'key of monitors', /monitors/],
  ],
  EP2: [
    ['spec/missing-key', 'root', /pipeline/],
    ['spec/unknown-key', 'key of modelPackageArn', /modelPackageArn/],
    ['spec/unknown-key', 'key of modelBucketName', /modelBucketName/],
    ['spec/unknown-key', 'key of stageName', /stageName/],
  ],
};
