import { type CodeFile, sortByPath } from './code-bundle.js';

/**
 * Writes files as a tar (POSIX ustar, long or non-ASCII names as pax records): sorted, no times, no owners, modes 644
 * (755 for scripts that begin with `#!`). Written here and not by a library, because the bytes name the code in S3:
 * they must not change with a library's version.
 */
export function writeTar(files: Iterable<CodeFile>): Uint8Array {
  const entries = sortByPath(files).flatMap((file) => writeEntry(file));
  return Buffer.concat([...entries, Buffer.alloc(2 * BLOCK)]);
}

const BLOCK = 512;

function writeEntry({ path, bytes }: CodeFile): readonly Uint8Array[] {
  const mode = isProgram(bytes) ? 0o755 : 0o644;
  if (isShortName(path)) return [header({ name: path, size: bytes.length, mode, type: FILE }), ...padded(bytes)];
  const record = Buffer.from(paxRecord('path', path));
  return [
    header({ name: 'PaxHeader', size: record.length, mode: 0o644, type: PAX }),
    ...padded(record),
    // Readers take the name from the record; this one is for those that know no pax.
    header({ name: path.replace(/[^ -~]/g, '_').slice(-NAME_LENGTH), size: bytes.length, mode, type: FILE }),
    ...padded(bytes),
  ];
}

const FILE = '0';
const PAX = 'x';
const NAME_LENGTH = 100;

function isShortName(path: string): boolean {
  return path.length <= NAME_LENGTH && /^[ -~]*$/.test(path);
}

function isProgram(bytes: Uint8Array): boolean {
  return bytes[0] === 0x23 && bytes[1] === 0x21;
}

interface HeaderFields {
  readonly name: string;
  readonly size: number;
  readonly mode: number;
  readonly type: string;
}

// POSIX.1-1988 "ustar" header: offsets of the fields are fixed.
function header({ name, size, mode, type }: HeaderFields): Uint8Array {
  const block = Buffer.alloc(BLOCK);
  block.write(name, 0, 'latin1');
  block.write(octal(mode, 8), 100);
  block.write(octal(0, 8), 108);
  block.write(octal(0, 8), 116);
  block.write(octal(size, 12), 124);
  block.write(octal(0, 12), 136);
  // The checksum is computed with spaces in its own place.
  block.write(' '.repeat(8), 148);
  block.write(type, 156);
  block.write('ustar\0', 257);
  block.write('00', 263);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

function octal(value: number, length: number): string {
  return `${value.toString(8).padStart(length - 1, '0')}\0`;
}

function padded(bytes: Uint8Array): readonly Uint8Array[] {
  return [bytes, Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK)];
}

// "<length> <key>=<value>\n", where the length counts its own digits too.
function paxRecord(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`;
  const bytes = Buffer.byteLength(rest);
  const withDigits = bytes + String(bytes).length;
  return `${bytes + String(withDigits).length}${rest}`;
}
