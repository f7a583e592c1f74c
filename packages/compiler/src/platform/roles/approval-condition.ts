import { asExpression, type DefinitionStep, type Json, parseReference, type StatedCondition } from '@millrace/schema';
import type { PlatformInput, PolicyConditions } from '../platform-model.js';
import { valuesOf } from './step-values.js';

/** What a step says of a value that a condition keeps it to. */
export interface StatedValues {
  readonly conditions: PolicyConditions;
  /** True where the step itself states the guarded value. */
  readonly statesGuarded: boolean;
}

/**
 * The values that a step states, as a condition. A literal counts, and so does the default of a parameter, because the
 * pipeline could not run without it. A parameter's other values count except for the guarded one: whoever starts an
 * execution must not get by a parameter what the role is kept from. A request that leaves the value out gets AWS's
 * default, which is never the guarded one.
 */
export function statedValues(
  condition: StatedCondition,
  step: DefinitionStep,
  { definition }: PlatformInput,
): StatedValues {
  const { key, guarded, otherwise } = condition;
  const [stated] = valuesOf(step, condition.statedBy);
  const known = stated === undefined ? [] : valuesIn(stated, { definition, guarded });
  const values = known.length === 0 ? otherwise : known;
  const operator = stated === undefined ? 'StringEqualsIfExists' : 'StringEquals';
  return { conditions: { [operator]: { [key]: values } }, statesGuarded: values.includes(guarded) };
}

function valuesIn(
  stated: Json,
  { definition, guarded }: Pick<PlatformInput, 'definition'> & { readonly guarded: string },
): readonly string[] {
  if (typeof stated === 'string') return [stated];
  const expression = asExpression(stated);
  const reference =
    expression?.kind === 'get' && typeof expression.reference === 'string'
      ? parseReference(expression.reference)
      : undefined;
  if (reference?.kind !== 'parameter') return [];
  const parameter = definition.Parameters?.find(({ Name }) => Name === reference.name);
  const others = (parameter?.EnumValues ?? []).filter((value) => value !== guarded);
  return typeof parameter?.DefaultValue === 'string' ? [...new Set([parameter.DefaultValue, ...others])] : others;
}
