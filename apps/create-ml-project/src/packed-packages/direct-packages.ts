/** Packages that a project names itself: the command line, and the schema that editors check `pipeline.yaml` with. */
export const directPackages: readonly string[] = ['millrace', '@millrace/schema'];
