/**
 * A number as its author wrote it. `1.0` stays `1.0` and `9007199254740993` keeps its last digit,
 * from reading to printing.
 */
export class SourceNumber {
  constructor(
    /** The number in JSON's notation. */
    readonly text: string,
    /** What stood in the source, where that is not JSON's notation: `012`, `0x1F`, `+1`. */
    readonly written: string = text,
  ) {}

  get value(): number {
    return Number(this.text);
  }

  toString(): string {
    return this.text;
  }

  toJSON(): number {
    return this.value;
  }
}

/** The numeric value of a number in either form. */
export function numberOf(value: number | SourceNumber): number {
  return typeof value === 'number' ? value : value.value;
}

/** The text of a number in either form, in JSON's notation. */
export function numberText(value: number | SourceNumber): string {
  return typeof value === 'number' ? JSON.stringify(value) : value.text;
}

/** True for a JavaScript number and for a number with its source text. */
export function isNumber(value: unknown): value is number | SourceNumber {
  return typeof value === 'number' || value instanceof SourceNumber;
}
