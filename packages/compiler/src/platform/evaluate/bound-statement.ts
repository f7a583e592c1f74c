import { type DeployValueName, isJsonList, type Json } from '@millrace/schema';
import { bindDeployValues } from '../../bind/bind-deploy-values.js';
import type { PlatformText, PolicyConditions, PolicyPrincipal, PolicyStatement } from '../platform-model.js';

/** Whom a bound statement speaks of. */
export type BoundPrincipal =
  | { readonly kind: 'service'; readonly service: string }
  | { readonly kind: 'account'; readonly account: string }
  | { readonly kind: 'role'; readonly arn: string }
  | { readonly kind: 'everyone' };

/** A statement in which nothing is left to deployment. */
export interface BoundStatement {
  readonly sid: string;
  readonly effect: 'Allow' | 'Deny';
  readonly principals?: readonly BoundPrincipal[];
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** Values by operator and key. */
  readonly conditions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/**
 * Statements with values for what is only known at deployment.
 * @throws Error for a deploy value without a value
 */
export function bindStatements(
  statements: readonly PolicyStatement[],
  values: ReadonlyMap<DeployValueName, string>,
): readonly BoundStatement[] {
  const text = (value: PlatformText) => boundText(value, values);
  return statements.map(({ sid, effect, principals, actions, resources, conditions = {} }) => ({
    sid,
    effect,
    ...(principals !== undefined && { principals: principals.map((each) => bindPrincipal(each, text)) }),
    actions,
    resources: resources.map(text),
    conditions: bindConditions(conditions, text),
  }));
}

type BindText = (value: PlatformText) => string;

function bindPrincipal(principal: PolicyPrincipal, text: BindText): BoundPrincipal {
  if (principal.kind === 'account') return { kind: 'account', account: text(principal.account) };
  return principal.kind === 'role' ? { kind: 'role', arn: text(principal.arn) } : principal;
}

function bindConditions(conditions: PolicyConditions, text: BindText): BoundStatement['conditions'] {
  return mapValues(conditions, (keys) =>
    mapValues(keys, (values) => (isJsonList(values) ? values : [values]).map(text)),
  );
}

function mapValues<A, B>(object: Readonly<Record<string, A>>, map: (value: A) => B): Readonly<Record<string, B>> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]));
}

function boundText(text: Json, values: ReadonlyMap<DeployValueName, string>): string {
  const { value, unbound } = bindDeployValues(text, (name) => values.get(name));
  if (typeof value !== 'string') throw new Error(`give values for ${unbound.join(', ')} to evaluate the statements`);
  return value;
}
