import { type Outcome, readDefinition, type SourceDocument } from '@millrace/schema';
import type { Ledger } from '../../src/index.js';
import { type LedgerOptions, readExceptions } from '../../src/index.js';

/** A ledger as JSON, which is YAML too. */
export function readLedger(json: object | string, options?: LedgerOptions): Outcome<Ledger> {
  return readExceptions(ledgerDocument(json), options);
}

function ledgerDocument(json: object | string): SourceDocument {
  const text = typeof json === 'string' ? json : JSON.stringify(json, null, 1);
  const { value } = readDefinition(text, 'governance/exceptions.yaml');
  if (value === undefined) throw new Error(`this is no JSON: ${text}`);
  return value;
}
