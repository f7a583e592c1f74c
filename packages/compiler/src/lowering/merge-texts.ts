import { asExpression, type Json } from '@millrace/schema';

/** Splices texts into the list and puts neighbouring literals together. */
export function mergeTexts(parts: readonly Json[]): readonly Json[] {
  const flat = parts.flatMap((part) => {
    const expression = asExpression(part);
    return expression?.kind === 'text' ? expression.parts : [part];
  });
  return flat.reduce<Json[]>((merged, part) => {
    const last = merged.at(-1);
    if (typeof last === 'string' && typeof part === 'string') merged[merged.length - 1] = last + part;
    else if (part !== '') merged.push(part);
    return merged;
  }, []);
}
