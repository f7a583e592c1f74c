import type { Path } from '../diagnostics/diagnostic.js';
import { SpecValue } from './spec-value.js';

/** The same value, placed relative to a map that holds it below a key. */
export function placeValue({ form, at }: SpecValue, base: Path): SpecValue {
  const place = [...base, ...at];
  if (form.kind === 'jsonGet')
    return new SpecValue({ ...form, fileAt: [...base, ...form.fileAt], pathAt: [...base, ...form.pathAt] }, place);
  if (form.kind === 'join')
    return new SpecValue({ ...form, values: form.values.map((each) => placeValue(each, base)) }, place);
  return new SpecValue(form, place);
}
