/** The committed table, from the root of the repository. */
export const FINDINGS_PAGE = 'docs/reference/governance-corpus.md';
