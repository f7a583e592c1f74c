import {
  asExpression,
  type ConditionOperand,
  formatPropertyReference,
  isJsonObject,
  type Json,
  parseReference,
} from '@millrace/schema';

/** What an operand reads, in words of the definition. */
export function describeOperand(value: Json): Pick<ConditionOperand, 'expression' | 'from'> {
  const expression = asExpression(value);
  switch (expression?.kind) {
    case 'get':
      return describeGet(expression.reference);
    case 'jsonGet':
      return { expression: describeJsonGet(expression.members), from: 'property-file' };
    case 'join':
    case 'text':
      return { expression: JSON.stringify(value), from: 'join' };
    default:
      return { expression: JSON.stringify(value), from: 'literal' };
  }
}

function describeGet(text: Json): Pick<ConditionOperand, 'expression' | 'from'> {
  const reference = typeof text === 'string' ? parseReference(text) : undefined;
  switch (reference?.kind) {
    case 'parameter':
      return { expression: `Parameters.${reference.name}`, from: 'parameter' };
    case 'property':
      return { expression: formatPropertyReference(reference.step, reference.path), from: 'property' };
    default:
      return { expression: show(text), from: 'execution' };
  }
}

function describeJsonGet({ PropertyFile: file, S3Uri: uri, Path: path }: { readonly [key: string]: Json }): string {
  const text = isJsonObject(file) ? file['Get'] : undefined;
  const reference = typeof text === 'string' ? parseReference(text) : undefined;
  const source =
    reference?.kind === 'propertyFile' ? `${reference.step}.${reference.file}` : JSON.stringify(file ?? uri ?? null);
  return `${source}: ${show(path ?? null)}`;
}

function show(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
