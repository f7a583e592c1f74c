const SPECIAL = /\$\{([*?$])\}|\$\{([^}]*)\}|\*|\?|[^*?$]+|\$/g;

const known = new Map<string, RegExp>();

/**
 * Whether a text matches a pattern of IAM: `*` is any characters, `?` one; `${*}`, `${?}` and `${$}` are the characters
 * themselves (IAM user guide, "Policy elements: variables").
 * @throws Error for policy variables, which nothing here knows
 */
export function matchesPattern(text: string, pattern: string): boolean {
  const regex = known.get(pattern) ?? new RegExp(`^${pattern.replace(SPECIAL, translate)}$`, 's');
  known.set(pattern, regex);
  return regex.test(text);
}

function translate(part: string, escaped: string | undefined, variable: string | undefined): string {
  if (variable !== undefined) throw new Error(`policy variables are not evaluated, but ${part} is one`);
  if (escaped !== undefined) return quote(escaped);
  if (part === '*') return '.*';
  return part === '?' ? '.' : quote(part);
}

function quote(literal: string): string {
  return literal.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** The parts of an ARN that wildcards do not reach across: six, of which the last may have colons. */
const ARN_PARTS = 6;

/**
 * Whether an ARN matches a pattern: part by part, so that a wildcard never stands for a colon between them; `*` alone is
 * any (IAM user guide, "JSON policy elements: Resource").
 */
export function matchesArn(arn: string, pattern: string): boolean {
  if (pattern === '*') return true;
  const given = partsOf(arn);
  const wanted = partsOf(pattern);
  return given.length === wanted.length && given.every((part, index) => matchesPattern(part, wanted[index] ?? ''));
}

function partsOf(arn: string): readonly string[] {
  const parts = arn.split(':');
  return [...parts.slice(0, ARN_PARTS - 1), parts.slice(ARN_PARTS - 1).join(':')].slice(0, ARN_PARTS);
}
