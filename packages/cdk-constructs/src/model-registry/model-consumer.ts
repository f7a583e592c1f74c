/** An account that runs models of another one. */
export interface ModelConsumer {
  /** Id of the account, twelve digits; may be a token. */
  readonly account: string;
}

/** The ids of consumers, each once, without the account that has the models: it needs no grant. */
export function consumerAccounts(consumers: readonly ModelConsumer[], own: string): readonly string[] {
  return [...new Set(consumers.map(({ account }) => account))].filter((account) => account !== own);
}
