import type { BoundPrincipal, BoundStatement } from './bound-statement.js';
import { conditionsHold, type RequestContext } from './conditions-hold.js';
import { matchesArn, matchesPattern } from './match-pattern.js';

/** Who asks: a role, by its ARN; or a service. */
export type Caller =
  | { readonly kind: 'role'; readonly arn: string }
  | { readonly kind: 'service'; readonly service: string };

/** A request to AWS. */
export interface AccessRequest {
  readonly caller: Caller;
  /** `s3:GetObject` */
  readonly action: string;
  /** The ARN of what it is about; `*` for actions that know no resources. */
  readonly resource: string;
  /** The account that the resource belongs to, 12 digits. */
  readonly resourceAccount: string;
  /** Condition keys beside those that follow from the request: TLS, caller, account of the resource. */
  readonly context?: RequestContext;
}

/** The policies that bear on a request. */
export interface BearingPolicies {
  /** Of the role that asks. */
  readonly identity: readonly BoundStatement[];
  /** Of the resource, where it has one. */
  readonly resource?: readonly BoundStatement[];
  /**
   * Whether nobody gets to the resource without its policy, not even in its own account: keys of KMS, and the trust
   * policies of roles.
   */
  readonly resourceDecides?: boolean;
}

/** What comes of a request, and the statement that decided. */
export interface AccessDecision {
  readonly outcome: 'allowed' | 'denied by a statement' | 'not allowed';
  /** Sids; of a cross-account access those of both sides. */
  readonly by: readonly string[];
}

/**
 * Decides a request as AWS does (IAM user guide, "Policy evaluation logic"): a denial anywhere wins; within an account
 * the policy of the role or that of the resource is enough, unless the resource's policy only hands the decision to the
 * account; between accounts both must allow.
 */
export function evaluateRequest(request: AccessRequest, policies: BearingPolicies): AccessDecision {
  const { identity, resource = [], resourceDecides = false } = policies;
  const context = { ...impliedContext(request), ...request.context };
  const bearing = (statement: BoundStatement) => bears(statement, request, context);
  const own = identity.filter(bearing);
  const named = resource.filter((statement) => speaksOf(statement, request.caller) && bearing(statement));
  const denied = [...own, ...named].filter(({ effect }) => effect === 'Deny');
  if (denied.length > 0) return { outcome: 'denied by a statement', by: sids(denied) };
  return decide({ own, named }, request, resourceDecides);
}

interface Allowing {
  readonly own: readonly BoundStatement[];
  readonly named: readonly BoundStatement[];
}

function decide({ own, named }: Allowing, { caller, resourceAccount }: AccessRequest, resourceDecides: boolean) {
  const direct = named.filter(({ principals = [] }) => principals.some((each) => namesDirectly(each, caller)));
  const sameAccount = caller.kind === 'service' || accountOf(caller.arn) === resourceAccount;
  if (sameAccount && direct.length > 0) return allowed(direct);
  const resourceAgrees = named.length > 0 || (sameAccount && !resourceDecides);
  return own.length > 0 && resourceAgrees ? allowed([...own, ...named]) : NOT_ALLOWED;
}

const NOT_ALLOWED: AccessDecision = { outcome: 'not allowed', by: [] };

function allowed(statements: readonly BoundStatement[]): AccessDecision {
  return { outcome: 'allowed', by: sids(statements) };
}

function sids(statements: readonly BoundStatement[]): readonly string[] {
  return statements.map(({ sid }) => sid);
}

/** A policy that names an account hands the decision to the policies of that account. */
function namesDirectly(principal: BoundPrincipal, caller: Caller): boolean {
  return principal.kind !== 'account' && speaksOfCaller(principal, caller);
}

function speaksOf({ principals = [] }: BoundStatement, caller: Caller): boolean {
  return principals.some((each) => speaksOfCaller(each, caller));
}

function speaksOfCaller(principal: BoundPrincipal, caller: Caller): boolean {
  switch (principal.kind) {
    case 'everyone':
      return true;
    case 'service':
      return caller.kind === 'service' && caller.service === principal.service;
    case 'account':
      return caller.kind === 'role' && accountOf(caller.arn) === principal.account;
    case 'role':
      return caller.kind === 'role' && caller.arn === principal.arn;
  }
}

function bears(statement: BoundStatement, request: AccessRequest, context: RequestContext): boolean {
  const { actions, resources, conditions } = statement;
  const action = request.action.toLowerCase();
  if (!actions.some((each) => matchesPattern(action, each.toLowerCase()))) return false;
  // The resource of a trust policy is the role itself.
  if (resources.length > 0 && !resources.some((each) => matchesArn(request.resource, each))) return false;
  return conditionsHold(conditions, context);
}

function impliedContext({ caller, resourceAccount }: AccessRequest): RequestContext {
  const who =
    caller.kind === 'role'
      ? { 'aws:PrincipalArn': caller.arn, 'aws:PrincipalAccount': accountOf(caller.arn) }
      : { 'aws:PrincipalIsAWSService': 'true' };
  return { 'aws:SecureTransport': 'true', 's3:TlsVersion': '1.3', 'aws:ResourceAccount': resourceAccount, ...who };
}

function accountOf(arn: string): string {
  return arn.split(':')[4] ?? '';
}
