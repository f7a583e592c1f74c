import { crc32 } from 'node:zlib';
import type { CodeFile } from './code-bundle.js';
import { writeTar } from './write-tar.js';

/**
 * Packs files as `.tar.gz`, the same bytes on every machine: names and contents alone decide about them.
 * Stored instead of compressed, because compressors differ between processors and versions.
 */
export function packTarGz(files: Iterable<CodeFile>): Uint8Array {
  return wrapInGzip(writeTar(files));
}

// RFC 1952: magic, deflate, no flags, no time, no extra flags, unknown system.
const GZIP_HEADER = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);
const LONGEST_BLOCK = 0xffff;

function wrapInGzip(content: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [GZIP_HEADER];
  for (let at = 0; at < content.length; at += LONGEST_BLOCK) {
    const block = content.subarray(at, at + LONGEST_BLOCK);
    pieces.push(storedBlockHeader(block.length, at + LONGEST_BLOCK >= content.length), block);
  }
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32(content), 0);
  trailer.writeUInt32LE(content.length % 2 ** 32, 4);
  return Buffer.concat([...pieces, trailer]);
}

// RFC 1951, section 3.2.4: last block or not, type 0, then the length and its complement.
function storedBlockHeader(length: number, last: boolean): Uint8Array {
  const header = Buffer.alloc(5);
  header.writeUInt8(last ? 1 : 0, 0);
  header.writeUInt16LE(length, 1);
  header.writeUInt16LE(length ^ LONGEST_BLOCK, 3);
  return header;
}
