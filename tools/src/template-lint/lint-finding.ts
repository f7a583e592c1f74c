/** What a linter says of a resource of a template. */
export interface LintFinding {
  /** For example `E1151` of cfn-lint, `CKV_AWS_117` of checkov. */
  readonly check: string;
  readonly resourceType: string;
  readonly message: string;
  /** Name of the template's file, and the logical id. */
  readonly place: string;
}
