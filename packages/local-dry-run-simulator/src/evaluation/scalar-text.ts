import type { PlainJson } from '@millrace/schema';

/**
 * A value as it stands in a joined text: booleans as `true` and `false`, whole numbers without a point
 * (observed: "return: false … int is 3", facts/sagemaker-pipelines, section 3.1).
 * Undefined for lists and objects, which no text can hold.
 */
export function scalarText(value: PlainJson): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return undefined;
}

/**
 * A Float parameter keeps its decimal point in text: `1.0`. AWS documents nothing; SageMaker is a Java
 * service, and that is how Java prints a Double.
 */
export function floatText(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e7 ? value.toFixed(1) : String(value);
}
