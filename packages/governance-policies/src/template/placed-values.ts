import { isJsonList, type Json, type Path } from '@millrace/schema';
import { asIntrinsic } from './intrinsic.js';

/** A value of a template and where it stands. */
export interface PlacedValue {
  readonly value: Json;
  readonly path: Path;
}

/**
 * The values of a member that takes one or several: entries of lists, and what stands on either side of `Fn::If`. What is not
 * there, or is `AWS::NoValue`, has none.
 */
export function placedValues(value: Json | undefined, path: Path): readonly PlacedValue[] {
  if (value === undefined || value === null) return [];
  if (isJsonList(value)) return value.flatMap((each, index) => placedValues(each, [...path, index]));
  const intrinsic = asIntrinsic(value);
  if (intrinsic?.name === 'Ref' && intrinsic.given === 'AWS::NoValue') return [];
  if (intrinsic?.name !== 'Fn::If' || !isJsonList(intrinsic.given)) return [{ value, path }];
  return intrinsic.given.slice(1).flatMap((side, index) => placedValues(side, [...path, 'Fn::If', index + 1]));
}
