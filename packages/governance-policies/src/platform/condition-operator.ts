/** An operator of a condition, taken apart. */
export interface ConditionOperator {
  /** `ForAllValues`, `ForAnyValue` */
  readonly set: 'all' | 'any' | undefined;
  /** `StringNotEquals`, `ArnNotLike`, `NotIpAddress` */
  readonly isNegated: boolean;
  readonly ifExists: boolean;
  /** `null`, `stringequals`: in lower case, because IAM does not mind capitals. */
  readonly name: string;
}

/** Takes an operator apart, as `ForAllValues:StringNotLikeIfExists`. */
export function conditionOperator(written: string): ConditionOperator {
  const [, set, name = '', ifExists] =
    /^(?:(forallvalues|foranyvalue):)?(.*?)(ifexists)?$/.exec(written.toLowerCase()) ?? [];
  return {
    set: set === undefined ? undefined : set === 'forallvalues' ? 'all' : 'any',
    isNegated: name.includes('not'),
    ifExists: ifExists !== undefined,
    name,
  };
}

/**
 * Whether a condition is true for a request that does not have the key at all (IAM user guide, condition operators: negated
 * operators, `IfExists` and `ForAllValues` are, others and `ForAnyValue` are not).
 */
export function isTrueWithoutKey({ set, isNegated, ifExists, name }: ConditionOperator): boolean {
  if (name === 'null') return false;
  if (ifExists) return true;
  return set === undefined ? isNegated : set === 'all';
}
