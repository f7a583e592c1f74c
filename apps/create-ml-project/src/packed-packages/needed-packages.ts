import type { PackedPackage } from './packed-package.js';

/**
 * The packages with these names and all that they need among the packed ones. A project must list all of them at its
 * top level: for a transitive one alone, npm would ask the registry.
 */
export function neededPackages(names: readonly string[], packed: readonly PackedPackage[]): readonly PackedPackage[] {
  const needed = new Set<string>();
  const visit = (name: string): void => {
    const found = packed.find((each) => each.name === name);
    if (!found || needed.has(name)) return;
    needed.add(name);
    found.dependencies.forEach(visit);
  };
  names.forEach(visit);
  return packed.filter(({ name }) => needed.has(name));
}
