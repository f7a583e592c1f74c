import { isJsonList, type Json } from '../source/json.js';
import { asExpression } from './expression.js';

/** The literal text that a value begins with, and whether that is all of it. */
export interface KnownBeginning {
  readonly text: string;
  readonly isWhole: boolean;
}

/** As much of a text as stands in the definition: up to the first parameter, property or value of the deployment. */
export function knownBeginning(value: Json | undefined): KnownBeginning {
  if (typeof value === 'string') return { text: value, isWhole: true };
  const expression = asExpression(value);
  if (expression?.kind === 'text') return joinKnown(expression.parts, '');
  if (expression?.kind === 'join' && isJsonList(expression.values) && typeof expression.on === 'string')
    return joinKnown(expression.values, expression.on);
  return { text: '', isWhole: false };
}

function joinKnown(parts: readonly Json[], separator: string): KnownBeginning {
  const texts: string[] = [];
  for (const part of parts) {
    const { text, isWhole } = knownBeginning(part);
    texts.push(text);
    if (!isWhole) return { text: texts.join(separator), isWhole };
  }
  return { text: texts.join(separator), isWhole: true };
}
