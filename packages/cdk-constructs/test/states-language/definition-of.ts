import { Stack } from 'aws-cdk-lib';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { CfnStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { StatesDefinition } from '../../src/states-language/states-language.js';

/** The definition of a state machine as its template has it, references written as `<LogicalId>`. */
export function definitionOf(machine: StateMachine): StatesDefinition {
  const resource = machine.node.defaultChild;
  if (!(resource instanceof CfnStateMachine)) throw new Error(`${machine.node.path} has no resource`);
  return JSON.parse(flat(Stack.of(machine).resolve(resource.definitionString)));
}

function flat(value: unknown): string {
  if (typeof value === 'string') return value;
  const { Ref: ref, 'Fn::Join': join, 'Fn::GetAtt': attribute } = Object(value);
  if (join !== undefined) return join[1].map(flat).join(join[0]);
  return `<${ref ?? attribute.join('.')}>`;
}
