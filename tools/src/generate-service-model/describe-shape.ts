import type { ServiceShape } from '@millrace/schema';

/** The limits of a shape in words, for the comment of a member; empty when it has none. */
export function describeShape(shape: ServiceShape | undefined): string {
  switch (shape?.type) {
    case 'list':
      return range(shape, 'items');
    case 'map':
      return range(shape, 'entries');
    case 'string':
      return sentence([range(shape, 'characters'), pattern(shape.pattern)]);
    case 'integer':
    case 'float':
      return sentence([shape.type === 'integer' ? 'an integer' : '', range(shape, '')]);
    default:
      return '';
  }
}

interface Limits {
  readonly min?: number;
  readonly max?: number;
}

function range({ min, max }: Limits, unit: string): string {
  if (min === 1 && max === undefined && unit !== '') return 'not empty';
  const text =
    min !== undefined && max !== undefined
      ? `${min} to ${max}`
      : max !== undefined
        ? `at most ${max}`
        : `at least ${min}`;
  return min === undefined && max === undefined ? '' : `${text} ${unit}`.trim();
}

function pattern(text: string | undefined): string {
  // "*/" would end the comment.
  return text === undefined ? '' : `matches \`${text.replaceAll('*/', '*\\/')}\``;
}

function sentence(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ');
}
