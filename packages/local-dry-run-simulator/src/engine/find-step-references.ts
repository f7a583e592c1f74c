import { asExpression, isJsonObject, type Json, parseReference } from '@millrace/schema';

/** The names of the steps that expressions in the value read from, each once, in order of appearance. */
export function findStepReferences(value: unknown): readonly string[] {
  const found = new Set<string>();
  // A definition is JSON all through; its envelope types members as unknown.
  visit(value as Json | undefined, found);
  return [...found];
}

function visit(value: Json | undefined, found: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, found);
  } else if (isJsonObject(value)) {
    visitObject(value, found);
  }
}

function visitObject(value: { readonly [key: string]: Json }, found: Set<string>): void {
  const expression = asExpression(value);
  if (expression?.kind === 'get' && typeof expression.reference === 'string') {
    const reference = parseReference(expression.reference);
    if (reference?.kind === 'property' || reference?.kind === 'propertyFile') found.add(reference.step);
    return;
  }
  for (const member of Object.values(value)) visit(member, found);
}
