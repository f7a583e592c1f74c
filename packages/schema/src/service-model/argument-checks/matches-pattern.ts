const compiled = new Map<string, RegExp>();

/**
 * AWS sets no upper length for some texts with a pattern. None of its patterns is known to take more than
 * linear time, but nobody promises that of the next ones.
 */
const LONGEST_MATCHED = 65_536;

/** True when the whole text matches the pattern of a service model; text beyond 64 KiB is not judged. */
export function matchesPattern(text: string, pattern: string): boolean {
  if (text.length > LONGEST_MATCHED) return true;
  return compile(pattern).test(text);
}

/** The generator has checked that each pattern of the model compiles. */
function compile(pattern: string): RegExp {
  const present = compiled.get(pattern);
  if (present !== undefined) return present;
  const expression = new RegExp(`^(?:${pattern})$`, 'u');
  compiled.set(pattern, expression);
  return expression;
}
