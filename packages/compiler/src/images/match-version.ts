/**
 * The version that an author means: the very one; where only one is there and none is given, that; and for `1.2` the
 * newest container of the framework's 1.2, as `1.2-2`. Undefined where nothing is meant.
 */
export function matchVersion(given: string | undefined, known: readonly string[]): string | undefined {
  if (given === undefined) return known.length === 1 ? known[0] : undefined;
  if (known.includes(given)) return given;
  const containers = known.filter(
    (version) => version.startsWith(`${given}-`) && /^\d+$/.test(version.slice(given.length + 1)),
  );
  return [...containers].sort(compareVersions).at(-1);
}

const collator = new Intl.Collator('en', { numeric: true });

/** Orders versions by their numbers: 1.9, 1.10, 1.10-2. */
export function compareVersions(one: string, other: string): number {
  return collator.compare(one, other);
}
