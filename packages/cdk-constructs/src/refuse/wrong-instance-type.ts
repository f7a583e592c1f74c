import { Token } from 'aws-cdk-lib';
import type { WrongProp } from './refuse.js';

/** Says so where a text is no instance type of SageMaker. */
export function wrongInstanceType(prop: string, given: string): WrongProp[] {
  if (Token.isUnresolved(given) || /^ml\.[a-z\d-]+\.[a-z\d-]+$/.test(given)) return [];
  return [
    {
      prop,
      given,
      allowed: 'a SageMaker instance type, as ml.m5.large',
      help: given.startsWith('ml.') ? 'Correct it.' : `Did you mean ml.${given}?`,
    },
  ];
}
