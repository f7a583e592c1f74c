/*
 * One reversible encoding of S3 keys to file names. Every key has exactly one path, every path exactly one key.
 *
 *   a/b.csv      a+/b.csv          a folder's name ends in "+", so that the keys "a" and "a/b" can both exist
 *   Train/X      @train+/@x        "@" before a letter makes it upper case: disks that fold case keep both
 *   a//b         a+/+/b            an empty segment is a folder "+"
 *   a/           a+/%-             an empty last segment
 *   ../x         .%2e+/x           no name ends in a dot, so none is "." or ".."
 *   ü, *, :, +   %c3%bc …          all else as UTF-8 bytes, since disks normalise and forbid characters
 *   (long)       xxx…++/yyy        a folder ending in "++" is the beginning of a segment that is too long for a name
 */

const PLAIN = /^[a-z0-9._=,-]$/;
const UPPER = /^[A-Z]$/;
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/;
/** Bytes; file systems allow 255, and temporary names need room. */
const LONGEST_NAME = 200;

/** The path of a key below its bucket's folder, `/`-separated. */
export function encodeKey(key: string): string {
  const segments = key.split('/');
  return segments.map((segment, index) => encodeSegment(segment, index === segments.length - 1)).join('/');
}

/** The path of the folder that holds all keys beginning with `key/`. */
export function encodeFolder(key: string): string {
  return key
    .split('/')
    .map((segment) => encodeSegment(segment, false))
    .join('/');
}

/** The key of a path; the inverse of {@link encodeKey}. */
export function decodeKey(path: string): string {
  return path.split('/').map(decodeName).join('');
}

function encodeSegment(segment: string, last: boolean): string {
  const chunks = splitChunks([...segment].map(encodeCharacter));
  const names = chunks.map((chunk) => encodeEdges(chunk));
  const final = names.pop() ?? '';
  return [...names.map((name) => `${name}++`), last ? final || '%-' : `${final}+`].join('/');
}

function encodeCharacter(character: string): string {
  if (PLAIN.test(character)) return character;
  if (UPPER.test(character)) return `@${character.toLowerCase()}`;
  return encodeBytes(character);
}

function encodeBytes(text: string): string {
  return [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}

function splitChunks(characters: readonly string[]): string[][] {
  const chunks: string[][] = [[]];
  let length = 0;
  for (const character of characters) {
    if (length + character.length > LONGEST_NAME) {
      chunks.push([]);
      length = 0;
    }
    chunks.at(-1)?.push(character);
    length += character.length;
  }
  return chunks;
}

// Windows drops dots at the end of a name and keeps names of devices for itself.
function encodeEdges(characters: readonly string[]): string {
  const copy = [...characters];
  if (copy.at(-1) === '.') copy[copy.length - 1] = encodeBytes('.');
  if (DEVICE.test(copy.join(''))) copy[0] = encodeBytes(copy[0] ?? '');
  return copy.join('');
}

function decodeName(name: string): string {
  if (name.endsWith('++')) return decodeCharacters(name.slice(0, -2));
  if (name.endsWith('+')) return `${decodeCharacters(name.slice(0, -1))}/`;
  return name === '%-' ? '' : decodeCharacters(name);
}

function decodeCharacters(text: string): string {
  const bytes = text.replace(/@([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return bytes.replace(/(?:%[0-9a-f]{2})+/g, (escapes) => Buffer.from(escapes.replaceAll('%', ''), 'hex').toString());
}
