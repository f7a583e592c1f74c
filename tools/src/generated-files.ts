/** A program that writes committed files from something else in this repository. */
export interface Generator {
  readonly name: string;
  /** Run at the root of the repository; writes the same bytes every time. */
  readonly command: readonly string[];
  /** Files and folders that it writes, from the root of the repository. */
  readonly outputs: readonly string[];
  /** It downloads its source, so `--check` leaves it out; an end-to-end test compares its files where there is a network. */
  readonly needsNetwork?: boolean;
}

/** Runs a program of `tools/src`, which reads the sources of the packages and so needs no build. */
export function toolsProgram(file: string): readonly string[] {
  return ['tsx', '--conditions=@millrace/source', `tools/src/${file}`];
}

/** Every generator of this repository, in the order in which they build on each other. */
export const generators: readonly Generator[] = [
  {
    name: 'configuration files (projen)',
    command: ['projen'],
    // Its files lie in every workspace.
    outputs: ['.'],
  },
  {
    name: 'service model',
    command: toolsProgram('generate-service-model/main.ts'),
    outputs: ['packages/schema/src/service-model/generated'],
    needsNetwork: true,
  },
  {
    name: 'framework images',
    command: toolsProgram('generate-framework-images/main.ts'),
    outputs: ['packages/schema/src/framework-images/generated'],
    needsNetwork: true,
  },
  {
    name: "accounts of AWS's images",
    command: toolsProgram('generate-aws-image-accounts.ts'),
    outputs: ['packages/governance-policies/src/images/generated'],
  },
  {
    name: 'JSON Schemas of specs and project configs',
    command: toolsProgram('generate-json-schema.ts'),
    outputs: ['packages/schema/pipeline.schema.json', 'packages/schema/project-config.schema.json'],
  },
  {
    name: 'reference pages',
    command: toolsProgram('generate-reference/main.ts'),
    outputs: [
      ...['docs/reference/step-types', 'docs/reference/diagnostics.md', 'docs/reference/rules.md'],
      'docs/reference/governance',
    ],
  },
  {
    name: 'comparison with MDAA',
    command: toolsProgram('side-by-side/main.ts'),
    outputs: ['docs/reference/mdaa-side-by-side.md'],
  },
];
