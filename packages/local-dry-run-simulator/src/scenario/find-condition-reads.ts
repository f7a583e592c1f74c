import { asExpression, isJsonList, isJsonObject, type Json, parseReference, type Reference } from '@millrace/schema';

/** A value that a condition reads from a step and that a scenario can give. */
export interface ConditionRead {
  readonly step: string;
  readonly section: 'propertyFiles' | 'metrics' | 'returns';
  /** Of the property file, metric or output parameter. */
  readonly name: string;
  /** Into the property file; empty for the others. */
  readonly path: string;
  /** `LessThanOrEqualTo 6` */
  readonly comparison: string;
}

/** All that conditions read, nested ones included, in the order of the definition. */
export function findConditionReads(conditions: Json | undefined): readonly ConditionRead[] {
  if (isJsonList(conditions)) return conditions.flatMap(findConditionReads);
  if (!isJsonObject(conditions)) return [];
  const {
    Type: type,
    Conditions: list,
    Condition: inner,
    LeftValue: left,
    RightValue: right,
    QueryValue: query,
    Values: values,
  } = conditions;
  return [
    ...findConditionReads(list),
    ...findConditionReads(inner),
    ...readOf(left, `${show(type)} ${show(right)}`),
    ...readOf(right, `${show(left)} ${show(type)} it`),
    ...readOf(query, `${show(type)} ${show(values)}`),
  ];
}

function readOf(operand: Json | undefined, comparison: string): readonly ConditionRead[] {
  const expression = asExpression(operand);
  if (expression?.kind === 'join' && isJsonList(expression.values))
    return expression.values.flatMap((value) => readOf(value, comparison));
  if (expression?.kind === 'jsonGet') {
    const reference = referenceOf(expression.members['PropertyFile']);
    const path = expression.members['Path'];
    if (reference?.kind !== 'propertyFile' || typeof path !== 'string') return [];
    return [{ step: reference.step, section: 'propertyFiles', name: reference.file, path, comparison }];
  }
  const reference = referenceOf(operand);
  return reference?.kind === 'property' ? readProperty(reference, comparison) : [];
}

/** Lists of `Describe*` responses that a scenario gives by name. */
const SECTIONS: Readonly<Record<string, 'metrics' | 'returns'>> = {
  FinalMetricDataList: 'metrics',
  OutputParameters: 'returns',
};

function readProperty(
  { step, path: [list, entry] }: Extract<Reference, { kind: 'property' }>,
  comparison: string,
): readonly ConditionRead[] {
  const section = list !== undefined && 'member' in list ? SECTIONS[list.member] : undefined;
  if (section === undefined || entry === undefined || !('key' in entry)) return [];
  return [{ step, section, name: entry.key, path: '', comparison }];
}

function referenceOf(value: Json | undefined): Reference | undefined {
  const text = isJsonObject(value) ? value['Get'] : undefined;
  return typeof text === 'string' ? parseReference(text) : undefined;
}

function show(value: Json | undefined): string {
  const expression = asExpression(value);
  return expression?.kind === 'get'
    ? show(expression.reference)
    : typeof value === 'string'
      ? value
      : JSON.stringify(value ?? null).slice(0, 60);
}
