import type { Path, SpecValue } from '@millrace/schema';
import { isNumber } from '@millrace/schema';
import { type Draft, placed } from './draft.js';
import type { LoweringContext } from './lowering-context.js';
import { withPoint } from './with-point.js';

/** A number for a slot that AWS types Float: a literal 2 is printed as 2.0. */
export function floatValue(value: SpecValue | undefined, path: Path, context: LoweringContext): Draft | undefined {
  const form = value?.form;
  return form?.kind === 'literal' && isNumber(form.value)
    ? placed(path, withPoint(form.value))
    : context.value(value, path);
}
