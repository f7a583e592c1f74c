import { valueLooksLikeSecret } from '@millrace/schema';

/** Forms of tokens that their makers document, so that they can be found. */
const KNOWN_TOKENS = [
  /\bgh[pousr]_[A-Za-z0-9]{36,}\b/,
  /\bgithub_pat_[A-Za-z0-9_]{22,}\b/,
  /\bglpat-[A-Za-z0-9_-]{20,}\b/,
  /\bxox[abprs]-[A-Za-z0-9-]{10,}\b/,
  /\bhf_[A-Za-z0-9]{30,}\b/,
  /\bsk-[A-Za-z0-9_-]{32,}\b/,
  /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\b/,
  /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s:/@]{1,100}:[^\s:/@]{3,100}@/i,
];

const RANDOM_TEXT = /^[A-Za-z0-9+/=_-]{32,200}$/;

/** Bits a character. Words and identifiers stay below it; keys of 40 random characters lie around 4.8. */
const RANDOM_ENTROPY = 4.3;

/** Whether a text is a credential by its form: a key or token of a known kind, or a long random text. */
export function looksLikeCredential(text: string): boolean {
  // Longer texts are documents; keys in them have the forms of known ones at their beginning.
  const inspected = text.slice(0, 10_000);
  return valueLooksLikeSecret(inspected) || KNOWN_TOKENS.some((form) => form.test(inspected)) || isRandom(inspected);
}

function isRandom(text: string): boolean {
  if (!RANDOM_TEXT.test(text) || /^(?:[0-9a-f]+|[0-9A-F-]+)$/i.test(text) || text.includes('//')) return false;
  const words = (text.match(/[A-Z]?[a-z]{3,}/g) ?? []).join('').length;
  if (words > text.length / 2) return false;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/].filter((kind) => kind.test(text)).length;
  return kinds === 3 && !/[-_/][a-z]+[-_/]/.test(text) && entropyOf(text) >= RANDOM_ENTROPY;
}

/** Shannon's entropy, in bits a character. */
function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
