/** A workspace of this repository, by its folder name. */
export type WorkspaceName =
  | 'schema'
  | 'compiler'
  | 'local-dry-run-simulator'
  | 'cdk-constructs'
  | 'governance-policies'
  | 'project-types'
  | 'millrace'
  | 'create-ml-project'
  | 'tools';

/** Which workspaces one may import, and the sentence that a developer reads after trying another. */
interface Arrows {
  readonly mayImport: readonly WorkspaceName[];
  readonly why: string;
}

/** The one table of allowed arrows between workspaces. Dependencies, lint rules and the Nx graph follow from it. */
export const packageArrows: Readonly<Record<WorkspaceName, Arrows>> = {
  schema: {
    mayImport: [],
    why: 'schema is the shared vocabulary: every other package stands on it and it runs in a browser, so it imports none of them.',
  },
  compiler: {
    mayImport: ['schema'],
    why: 'compiler only translates a spec to a definition; whatever reads definitions must also work for those made by others, so the compiler must not know its readers.',
  },
  'local-dry-run-simulator': {
    mayImport: ['schema'],
    why: 'the simulator reads a bound definition from any source, so it must not know the compiler; share vocabulary through @millrace/schema.',
  },
  'cdk-constructs': {
    mayImport: ['schema', 'compiler', 'governance-policies'],
    why: 'the CDK constructs render what the compiler computes, and acknowledge what the ledger of exceptions says; they are one of several renderers and know none of the others.',
  },
  'governance-policies': {
    mayImport: ['schema'],
    why: 'rules read definitions, whoever made them, so they know neither the compiler nor any renderer; share vocabulary through @millrace/schema.',
  },
  'project-types': {
    mayImport: [],
    why: 'project-types renders files of scaffolded projects and is bundled into the generator, so it imports no other package.',
  },
  millrace: {
    mayImport: ['schema', 'compiler', 'governance-policies', 'local-dry-run-simulator'],
    why: 'the command line combines the packages that it shows to people and nothing else.',
  },
  'create-ml-project': {
    mayImport: ['project-types'],
    why: 'the generator is one small bundle that starts at once; it only needs the files that project-types renders.',
  },
  tools: {
    mayImport: [
      ...(['schema', 'compiler', 'local-dry-run-simulator', 'cdk-constructs'] as const),
      ...(['governance-policies', 'project-types'] as const),
    ],
    why: 'tools may use every library package; it runs the apps as processes, the way users do.',
  },
};
