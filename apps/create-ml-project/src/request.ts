/** What the command line asks for. */
export interface Request {
  /** Where the project goes, as typed; undefined until somebody says it. */
  readonly folder: string | undefined;
  readonly name: string | undefined;
  /** Environments and their accounts, as typed: `dev=111111111111,prod=222222222222`. */
  readonly accounts: string | undefined;
  readonly region: string | undefined;
  /** Name of the environment that holds the model registry. */
  readonly registry: string | undefined;
  /** Never ask: take the default of everything that has one. */
  readonly yes: boolean;
  readonly install: boolean;
  /** One JSON document on standard output; words for people go to standard error. */
  readonly json: boolean;
}
