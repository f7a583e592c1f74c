import { type Answer, judgeText } from './judge-value.js';
import type { PolicyValue } from './policy-value.js';

/** Whether something is given at all. A parameter without a default is: every start has to give a value. */
export function isSet(value: PolicyValue): Answer {
  if (value.kind === 'parameter' && value.parameter.defaultValue === undefined) {
    return { verdict: 'holds', because: `every start gives the parameter "${value.parameter.name}"` };
  }
  return judgeText(value, (given) => (given === undefined || given === '' ? 'violated' : 'holds'));
}
