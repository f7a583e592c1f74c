import type { FrameworkImageTable, ImageLine } from '@millrace/schema';
import { listImages, type UnnamedLine } from './list-images.js';
import type { PublishedImages } from './published-images.js';

/** The table of the published lists: equal registries and equal lines once. The same input gives the same table. */
export function buildImageTable({ sdkVersion, date, frameworks }: PublishedImages): FrameworkImageTable {
  const sets = new Map<string, string>();
  const nameSet = (registries: UnnamedLine['registries']) => {
    const key = JSON.stringify(byAccount(registries));
    const name = sets.get(key) ?? `r${sets.size + 1}`;
    sets.set(key, name);
    return name;
  };
  const lines = Object.entries(frameworks).map(([name, published]) => {
    const named = listImages(name, published).map(({ registries, ...line }) => ({
      ...line,
      registries: nameSet(registries),
    }));
    return [name, mergeLines(named)] as const;
  });
  return {
    origin: { sdkVersion, date },
    // The names of the sets were given in this order.
    registries: Object.fromEntries([...sets].map(([key, name]) => [name, JSON.parse(key)])),
    frameworks: Object.fromEntries(lines.filter(([, images]) => images.length > 0)),
  };
}

function byAccount(registries: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const regions = new Map<string, string[]>();
  for (const [region, account] of Object.entries(registries).sort()) {
    regions.set(account, [...(regions.get(account) ?? []), region]);
  }
  return Object.fromEntries([...regions].map(([account, names]) => [`${account}`, names.join(' ')]));
}

/** Puts lines together that differ in their versions only, then those that differ in their processors, then in their purposes. */
function mergeLines(lines: readonly ImageLine[]): readonly ImageLine[] {
  return mergeBy('scopes', mergeBy('versions', mergeBy('processors', lines)));
}

function mergeBy(key: 'versions' | 'processors' | 'scopes', lines: readonly ImageLine[]): readonly ImageLine[] {
  const merged = new Map<string, ImageLine>();
  for (const line of lines) {
    const { [key]: values = [], ...rest } = line;
    const same = JSON.stringify(Object.entries(rest).sort());
    const before: readonly string[] = merged.get(same)?.[key] ?? [];
    const all = [...before, ...values.filter((value) => !before.includes(value))];
    merged.set(same, all.length === 0 ? line : { ...line, [key]: all });
  }
  return [...merged.values()];
}
