import type { ParameterType } from '../definition/pipeline-definition.js';

const INTEGER = /^[+-]?\d+$/;
const FLOAT = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const BOOLEANS: Readonly<Record<string, boolean>> = { true: true, false: false };

/**
 * The value that a start text stands for, or undefined when it does not fit the type. Booleans are
 * read in any case, since the SDK sends Python's `True` (facts/sagemaker-pipelines, section 1.1).
 */
export function coerceParameterText(text: string, type: ParameterType): string | number | boolean | undefined {
  switch (type) {
    case 'Integer':
      return INTEGER.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : undefined;
    case 'Float':
      return FLOAT.test(text) && Number.isFinite(Number(text)) ? Number(text) : undefined;
    case 'Boolean':
      return BOOLEANS[text.toLowerCase()];
    default:
      return text;
  }
}
