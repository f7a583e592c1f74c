/**
 * Packages that a project names itself: the command line, the schema that editors check `pipeline.yaml` with, what `infra/`
 * is made of, and the rules that it is held against.
 */
export const directPackages: readonly string[] = [
  'millrace',
  ...['schema', 'cdk-constructs', 'governance-policies'].map((name) => `@millrace/${name}`),
];
