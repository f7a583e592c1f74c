import { defineDiagnostics } from '@millrace/schema';

/** Messages about `script`, `sourceDir` and `requirements`. */
export const localCodeDiagnostics = defineDiagnostics('spec', {
  'missing-file': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { path: string; kind: 'file' | 'folder' }) => `there is no ${p.kind} ${p.path}`,
    help: (p: { help?: string | undefined }) => p.help ?? 'paths are relative to the folder of the spec',
    explanation:
      'Scripts, their folder and their requirements are read when the spec is compiled, because what SageMaker runs is named by its content. script is relative to sourceDir when that is given; everything else is relative to the folder of the spec.',
  },
  'path-not-relative': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { path: string; why: string }) => `${JSON.stringify(p.path)} is no path beside the spec: ${p.why}`,
    help: (p: { help?: string | undefined }) => p.help ?? 'write a path relative to the folder of the spec, with "/"',
    explanation:
      'A spec works on every machine that has its folder, so local code is named by relative paths with "/" between folders. Code that already lies in S3 is named by scriptS3Uri.',
  },
  'script-outside-source-dir': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { script: string; sourceDir: string }) =>
      `the script ${p.script} lies outside of sourceDir ${p.sourceDir}`,
    help: () => 'script is relative to sourceDir: name a script inside of it, or a sourceDir that holds it',
    explanation:
      'With sourceDir, the folder is what SageMaker receives, and script names the file in it that is run. A script outside of the folder would not be there.',
  },
  'code-file-clash': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { first: string; second: string; name: string }) =>
      `${p.first} and ${p.second} would both be ${p.name} in the code that SageMaker receives`,
    help: (p) => `rename ${p.first}, or leave it out`,
    explanation:
      'SageMaker’s images install the file requirements.txt beside the script, so that requirements gets this name, whatever it is called here. Millrace adds the start script millrace-start.sh. Another file of that name would be lost.',
  },
  'code-too-large': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { path: string; files: number; bytes: number }) =>
      `${p.path} is too much code: more than ${p.files} files or ${Math.round(p.bytes / 2 ** 20)} MiB`,
    help: () => 'move data out of sourceDir; steps read it from S3 as an input',
    explanation:
      'A code bundle has at most 10,000 files and 100 MiB. Larger folders hold data, models or environments, which steps should receive as inputs.',
  },
});
