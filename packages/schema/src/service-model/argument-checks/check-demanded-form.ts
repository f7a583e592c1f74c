import { asExpression, looksLikeExpression } from '../../definition/expression.js';
import { parseReference } from '../../definition/reference.js';
import type { Json } from '../../source/json.js';
import { isNumber, numberText } from '../../source/source-number.js';
import { errorAt, type Finding, type Visit } from './finding.js';
import { showValue } from './show-value.js';

/** What SageMaker Pipelines wants of a value beyond its shape: a literal, a parameter, or a decimal point. */
export function checkDemandedForm(visit: Visit): readonly Finding[] {
  switch (visit.demanded?.form) {
    case 'literal':
      return looksLikeExpression(visit.value) ? [found(visit, 'literal-wanted', 'a literal value')] : [];
    case 'parameter':
      return isParameter(visit.value) ? [] : [parameterWanted(visit)];
    case 'decimal':
      return isNumber(visit.value) && /^-?\d+$/.test(numberText(visit.value))
        ? [found(visit, 'decimal-wanted', `${numberText(visit.value)}.0`)]
        : [];
    case undefined:
      return [];
  }
}

function isParameter(value: Json): boolean {
  const expression = asExpression(value);
  const reference = expression?.kind === 'get' ? expression.reference : undefined;
  return typeof reference === 'string' && parseReference(reference)?.kind === 'parameter';
}

/** Only the SDK's authors say so, and a later release of theirs no longer does: a warning. */
function parameterWanted(visit: Visit): Finding {
  return { ...found(visit, 'parameter-wanted', 'a reference to a parameter'), severity: 'warning' };
}

function found(visit: Visit, kind: Finding['kind'], allowed: string): Finding {
  const given = looksLikeExpression(visit.value) ? 'an expression' : showValue(visit.value);
  return errorAt(visit, { kind, given, allowed, reason: visit.demanded?.reason ?? '' });
}
