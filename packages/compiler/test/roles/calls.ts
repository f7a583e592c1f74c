import type { BoundStatement } from '../../src/platform/evaluate/bound-statement.js';
import { type AccessDecision, evaluateRequest } from '../../src/platform/evaluate/evaluate-request.js';
import { ACCOUNT } from './deployment.js';

/** A call to AWS: the action, what it is about, and what its request says. */
export type Call = readonly [action: string, resource: string, context?: Readonly<Record<string, string>>];

/** What the policy of a role says of a call. What the policy of the resource says, where it is somebody else's, is not asked. */
export function outcomeOf([action, resource, context = {}]: Call, identity: readonly BoundStatement[]) {
  return evaluateRequest({ caller: CALLER, action, resource, resourceAccount: ACCOUNT, context }, { identity }).outcome;
}

const CALLER = { kind: 'role', arn: `arn:aws:iam::${ACCOUNT}:role/some` } as const;

/** The calls that statements do not allow. */
export function refused(calls: readonly Call[], identity: readonly BoundStatement[]): readonly string[] {
  return calls
    .filter((call) => outcomeOf(call, identity) !== ALLOWED)
    .map(([action, resource]) => `${action} ${resource}`);
}

const ALLOWED: AccessDecision['outcome'] = 'allowed';

/** Statements from which one part is taken out, and what that part is. */
export interface Mutant {
  readonly without: string;
  readonly statements: readonly BoundStatement[];
}

/** Each statement that allows, each of its actions and each of its resources is taken out once. */
export function mutantsOf(statements: readonly BoundStatement[]): readonly Mutant[] {
  return statements.flatMap((statement, index) =>
    statement.effect === 'Deny'
      ? []
      : weakened(statement).map(([without, weaker]) => ({
          without: `${statement.sid}${without}`,
          statements: statements.flatMap((each, at) => (at === index ? weaker : [each])),
        })),
  );
}

function weakened(statement: BoundStatement): readonly (readonly [string, readonly BoundStatement[]])[] {
  const { actions, resources } = statement;
  return [
    ['', []],
    ...actions.map(
      (action) => [` ${action}`, [{ ...statement, actions: actions.filter((each) => each !== action) }]] as const,
    ),
    ...(resources.length < 2
      ? []
      : resources.map(
          (resource) =>
            [` ${resource}`, [{ ...statement, resources: resources.filter((each) => each !== resource) }]] as const,
        )),
  ];
}
