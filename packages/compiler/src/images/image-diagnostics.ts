import { defineDiagnostics, listNames, suggest } from '@millrace/schema';

/** Other names of frameworks, as people and AWS's pages use them. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'scikit-learn': 'sklearn',
  torch: 'pytorch',
  deepar: 'forecasting-deepar',
  'random-cut-forest': 'randomcutforest',
  transformers: 'huggingface',
};

/** Messages on `framework:` in place of an image. */
export const imageDiagnostics = defineDiagnostics('spec', {
  'unknown-framework': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { given: string; known: readonly string[] }) => `AWS has no images of a framework "${p.given}"`,
    help: (p) => {
      const meant = Object.hasOwn(OTHER_NAMES, p.given) ? OTHER_NAMES[p.given] : undefined;
      return meant === undefined ? suggest(p.given, p.known, 'known') : `did you mean "${meant}"?`;
    },
    explanation:
      'The name of a framework or built-in algorithm is that of the SageMaker Python SDK: sklearn, xgboost, pytorch, tensorflow, huggingface, blazingtext, kmeans, spark, clarify and so on. An image of your own is given with imageUri.',
  },
  'unknown-framework-version': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { framework: string; given: string; known: readonly string[]; origin: string }) =>
      `there is no image of ${p.framework} ${p.given} ${p.origin}`,
    help: (p) => {
      const near = suggest(p.given, p.known);
      const all = `known: ${listNames(p.known)}`;
      return near?.startsWith('did you mean') ? `${near} ${all}` : all;
    },
    explanation:
      "AWS's images are known from a dated list, that of the SageMaker Python SDK. A version that came after that day is given with imageUri, whose form AWS documents for each framework.",
  },
  'framework-choice-needed': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { image: string; key: string; choices: readonly string[] }) =>
      `${p.image} comes with more than one ${WORDS[p.key] ?? p.key}: ${listNames(p.choices)}`,
    help: (p) => `add "${p.key}: ${p.choices[0] ?? ''}"`,
    explanation:
      'Framework, version and instance type do not single out one image here. Millrace guesses none, because the choice decides which code runs.',
  },
  'unknown-framework-choice': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { image: string; key: string; given: string; choices: readonly string[] }) =>
      `there is no image of ${p.image} with ${p.key} ${p.given}`,
    help: (p) =>
      p.choices.length === 0 ? `remove "${p.key}": there is nothing to choose` : `known: ${listNames(p.choices)}`,
    explanation:
      'pythonVersion and baseFramework choose among the images of one version. The message gives what there is.',
  },
  'no-framework-image': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { image: string; wanted: string; instead: string }) => `AWS has no image of ${p.image} ${p.wanted}`,
    help: (p) => `${p.instead}; an image of your own is given with "imageUri"`,
    explanation:
      'Not every framework has an image for everything: some train only, some serve only, some need a GPU. The message says what was wanted, the help what there is.',
  },
  'accelerator-unknown': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { image: string }) =>
      `${p.image} has one image for CPUs and one for GPUs, and the instance type is not known here`,
    help: () => 'add "accelerator: cpu" or "accelerator: gpu" to framework',
    explanation:
      'The image depends on whether the machines have GPUs. That is read off the instance type, where it is written out or is a parameter with a default; otherwise the author says it.',
  },
});

const WORDS: Readonly<Record<string, string>> = {
  version: 'version',
  pythonVersion: 'Python version',
  baseFramework: 'base framework',
};
