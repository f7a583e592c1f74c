import { type DeployValueType, type Json, SourceNumber } from '@millrace/schema';
import { withPoint } from '../lowering/with-point.js';

/** The text of a deploy value as the type that its place wants; undefined where it is no such value. */
export function typedText(text: string, type: DeployValueType): Json | undefined {
  return READERS[type](text.trim(), text);
}

const FLOAT = /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/;

type Reader = (trimmed: string, text: string) => Json | undefined;

const READERS: Readonly<Record<DeployValueType, Reader>> = {
  String: (_, text) => text,
  Integer: (text) => (/^-?\d{1,15}$/.test(text) ? Number(text) : undefined),
  Float: (text) => (FLOAT.test(text) && Number.isFinite(Number(text)) ? readFloat(text) : undefined),
  Boolean: (text) => (text === 'true' || text === 'false' ? text === 'true' : undefined),
};

// People write 007.5; JSON has no leading zeros, so the text cannot be kept as it is.
function readFloat(text: string): SourceNumber {
  return withPoint(new SourceNumber(text.replace(/^(-?)0+(?=\d)/, '$1')));
}
