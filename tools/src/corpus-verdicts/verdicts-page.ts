/** The committed table, from the root of the repository. */
export const VERDICTS_PAGE = 'docs/reference/corpus-verdicts.md';
