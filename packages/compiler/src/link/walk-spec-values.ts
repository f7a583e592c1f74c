import { type Json, type Path, SpecCondition, SpecValue, VerbatimValue } from '@millrace/schema';

/** Called for every value of a part of a spec, with its place. */
export interface SpecValueVisitor {
  value(value: SpecValue, path: Path): void;
  /** For JSON that goes into the definition as it is. */
  verbatim(json: Json, path: Path): void;
}

/** Visits all values in any part of a validated spec; the parts of texts and joins too. */
export function walkSpecValues(part: unknown, path: Path, visit: SpecValueVisitor): void {
  if (part instanceof SpecValue) visitValue(part, path, visit);
  else if (part instanceof VerbatimValue) visit.verbatim(part.json, [...path, ...part.at]);
  else if (part instanceof SpecCondition) visitCondition(part, path, visit);
  else if (Array.isArray(part))
    for (const [index, item] of part.entries()) walkSpecValues(item, [...path, index], visit);
  else if (typeof part === 'object' && part !== null) {
    for (const [key, value] of Object.entries(part)) walkSpecValues(value, [...path, key], visit);
  }
}

// The values of a condition are placed relative to it, whatever key holds them.
function visitCondition({ form }: SpecCondition, path: Path, visit: SpecValueVisitor): void {
  if (form.kind === 'comparison') visitAll([form.left, form.right], path, visit);
  else if (form.kind === 'membership') visitAll([form.query, ...form.values], path, visit);
  else walkSpecValues(form.kind === 'not' ? form.condition : form.conditions, [...path, form.kind], visit);
}

function visitAll(values: readonly SpecValue[], path: Path, visit: SpecValueVisitor): void {
  for (const value of values) visitValue(value, path, visit);
}

// The items of a join are placed relative to the outermost value, the parts of a text are where the text is.
function visitValue(value: SpecValue, path: Path, visit: SpecValueVisitor): void {
  visit.value(value, path);
  if (value.form.kind === 'join') for (const item of value.form.values) visitValue(item, path, visit);
  if (value.form.kind === 'text') for (const part of value.form.parts) visitValue(part, [...path, ...value.at], visit);
}
