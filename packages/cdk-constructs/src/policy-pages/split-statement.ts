/** A statement in the words of IAM. */
export type StatementJson = Record<string, unknown>;

/** How long a statement may be. */
export interface StatementLength {
  readonly lengthOf: (statement: StatementJson) => number;
  readonly longest: number;
}

/** Values of these are alternatives of which one is enough. */
const POSITIVE = ['StringEquals', 'StringLike', 'ArnEquals', 'ArnLike'];

/**
 * A statement as one or several that allow the same together, none longer than the longest: its resources are shared
 * out, and where there is only one, the alternatives of its longest condition. What cannot be shared out stays whole.
 */
export function splitStatement(statement: StatementJson, limits: StatementLength): readonly StatementJson[] {
  const halves =
    limits.lengthOf(statement) <= limits.longest ? undefined : (byResources(statement) ?? byConditions(statement));
  if (halves === undefined) return [statement];
  const parts = halves.flatMap((half) => splitStatement(half, limits));
  const sid = statement['Sid'];
  return parts.map((part, index) =>
    index === 0 ? { ...part, Sid: sid } : { ...part, Sid: `${String(sid)}Part${index + 1}` },
  );
}

type Halves = readonly [StatementJson, StatementJson];

function byResources(statement: StatementJson): Halves | undefined {
  return halve(statement['Resource'], (Resource) => ({ ...statement, Resource }));
}

function byConditions(statement: StatementJson): Halves | undefined {
  // Of a denial, alternatives are not shared out: its conditions may be negated.
  if (statement['Effect'] !== 'Allow') return undefined;
  const conditions = (statement['Condition'] ?? {}) as Record<string, Record<string, unknown>>;
  const lists = Object.entries(conditions)
    .filter(([operator]) => POSITIVE.includes(operator))
    .flatMap(([operator, keys]) => Object.entries(keys).map(([key, values]) => ({ operator, key, values })))
    .sort((one, other) => lengthOf(other.values) - lengthOf(one.values));
  const [longest] = lists;
  if (longest === undefined) return undefined;
  const { operator, key, values } = longest;
  return halve(values, (half) => ({
    ...statement,
    Condition: { ...conditions, [operator]: { ...conditions[operator], [key]: half } },
  }));
}

function halve(values: unknown, make: (half: readonly unknown[]) => StatementJson): Halves | undefined {
  if (!Array.isArray(values) || values.length < 2) return undefined;
  const middle = Math.ceil(values.length / 2);
  return [make(values.slice(0, middle)), make(values.slice(middle))];
}

function lengthOf(values: unknown): number {
  return Array.isArray(values) ? values.length : 1;
}
