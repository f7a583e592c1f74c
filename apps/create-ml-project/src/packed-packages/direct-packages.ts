/**
 * Packages that a project names itself: the command line, the schema that editors check `pipeline.yaml` with, and what
 * `infra/` is made of.
 */
export const directPackages: readonly string[] = ['millrace', '@millrace/schema', '@millrace/cdk-constructs'];
