import { npmName } from './npm-name.js';
import { packageArrows, type WorkspaceName } from './package-arrows.js';
import { pin, type ThirdParty, version } from './versions.js';

/** One table of package.json, sorted by name: third-party packages, and the workspaces that the arrows from one allow. */
export function dependencyTable(
  thirdParty: readonly ThirdParty[] = [],
  arrowsFrom?: WorkspaceName,
): Record<string, string> {
  const workspaces = arrowsFrom === undefined ? [] : packageArrows[arrowsFrom].mayImport;
  const entries = [
    ...Object.entries(pin(...thirdParty)),
    ...workspaces.map((it) => [npmName(it), `^${version}`] as const),
  ];
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
