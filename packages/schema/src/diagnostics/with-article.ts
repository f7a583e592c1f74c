/** A name of AWS's behind its indefinite article: `a Training`, `an Endpoint`. */
export function withArticle(name: string): string {
  return `${/^[AEIO]/i.test(name) ? 'an' : 'a'} ${name}`;
}
