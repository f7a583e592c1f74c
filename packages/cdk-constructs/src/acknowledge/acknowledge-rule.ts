import { CfnResource, Stack } from 'aws-cdk-lib';
import { CfnManagedPolicy, CfnPolicy } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { flattenReference } from '../role-policy/flatten-reference.js';
import { type Acknowledgement, acknowledge } from './acknowledge.js';

/** The rule of cdk-nag with a finding for each wildcard of a policy. */
const WILDCARDS = 'AwsSolutions-IAM5';

/**
 * Acknowledges a rule at a construct, for all that it finds there now, as cdk-nag 2 and MDAA did. cdk-nag 3 takes
 * findings one by one and does not cover them by the bare rule, so those of wildcards are looked up and written out;
 * what is added to a policy later is not covered. With a finding in brackets, only that one.
 */
export function acknowledgeRule(construct: IConstruct, { id, reason }: Acknowledgement): void {
  acknowledge(construct, { id, reason });
  if (id !== WILDCARDS) return;
  const findings = new Set(construct.node.findAll().flatMap(wildcardsOf));
  for (const finding of findings) acknowledge(construct, { id: `${id}[${finding}]`, reason });
}

function wildcardsOf(construct: IConstruct): readonly string[] {
  if (!CfnResource.isCfnResource(construct)) return [];
  if (!(construct instanceof CfnPolicy || construct instanceof CfnManagedPolicy)) return [];
  const { Statement: statements = [] } = Stack.of(construct).resolve(construct.policyDocument) ?? {};
  return listOf(statements).flatMap(findingsOf);
}

// Statements of a resolved policy are JSON of IAM's form; anything else finds nothing.
function findingsOf(statement: unknown): readonly string[] {
  const { Effect, Action, Resource } = (statement ?? {}) as Readonly<Record<string, unknown>>;
  if (Effect !== 'Allow') return [];
  const actions = listOf(Action).map(String);
  return [
    ...actions.filter(isWild).map((action) => `Action::${action}`),
    ...listOf(Resource)
      .map(flattenReference)
      .filter(isWild)
      .map((arn) => `Resource::${arn}`),
  ];
}

function isWild(text: string): boolean {
  return text.includes('*');
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
