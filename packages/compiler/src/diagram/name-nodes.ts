/**
 * One id for each name. Ids keep the letters of the name, so that a drawing under version control changes only where the
 * pipeline does; the prefix keeps a name such as `end` from being a keyword of a diagram language.
 */
export function nameNodes(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const id = firstFree(`step_${name.replace(/[^A-Za-z0-9]/g, '_')}`, taken);
    taken.add(id);
    return id;
  });
}

function firstFree(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  for (let n = 2; taken.has(id); n += 1) id = `${wanted}_${n}`;
  return id;
}
