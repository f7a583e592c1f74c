/** A place where the pipelines of a project are deployed. */
export interface ProjectEnvironment {
  /** Lower-case letters, digits and `-`, starting with a letter. */
  readonly name: string;
  /** AWS account, 12 digits; undefined until somebody fills it in. */
  readonly account: string | undefined;
}

/** What a project gets when nobody says anything about accounts. */
export const unnamedAccounts: readonly ProjectEnvironment[] = ['dev', 'preprod', 'prod'].map((name) => ({
  name,
  account: undefined,
}));
