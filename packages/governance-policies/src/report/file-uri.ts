/** What no URI can hold. */
const HALF_OF_A_PAIR = /[\ud800-\udfff]/gu;

/** The name of a file as a URI reference: relative where the name is, else `file:///…`. Nothing in it is taken for syntax. */
export function fileUri(file: string): string {
  const path = file.replaceAll('\\', '/').replace(/^\.\//, '');
  const segments = path.split('/').map((segment) => encodeURIComponent(segment.replace(HALF_OF_A_PAIR, '\ufffd')));
  if (path.startsWith('/')) return `file://${segments.join('/')}`;
  // The colon of a drive is syntax again.
  if (/^[A-Za-z]:\//.test(path))
    return `file:///${path.slice(0, 2)}${segments
      .slice(1)
      .map((each) => `/${each}`)
      .join('')}`;
  return segments.join('/');
}
