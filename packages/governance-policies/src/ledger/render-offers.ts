import type { OfferedException } from './offer-exceptions.js';

const KEYS = ['rule', 'path', 'reason', 'owner', 'expires'] as const;

/** Entries as YAML, to be pasted below `exceptions:`; empty where there are none. */
export function renderOffers(offers: readonly OfferedException[]): string {
  return offers.map((offer) => KEYS.map((key, index) => lineOf(key, offer[key], index === 0)).join('')).join('');
}

function lineOf(key: string, text: string, first: boolean): string {
  const missing = key === 'owner' && text === '';
  return `  ${first ? '-' : ' '} ${key}: ${missing ? '# who answers for it' : scalar(text)}\n`;
}

/** Text of JSON is text of YAML too; only these characters break lines there, and JSON leaves them. */
function scalar(text: string): string {
  if (/^[A-Za-z][\w.]*(?:-\w[\w.]*)+$/.test(text) || /^\d{4}-\d\d-\d\d$/.test(text)) return text;
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
