import { SETTINGS_WITH_NONE, type SourceEntry, type SourceMap, type SourceNode } from '@millrace/schema';
import { entryOf, writtenAt } from './source-maps.js';

/**
 * The map with the inherited entries that it does not give itself. `none` switches one off, and settings that are maps of
 * independent keys are merged.
 */
export function completeMap(map: SourceMap, inherited: readonly SourceEntry[]): SourceMap {
  const own = map.entries.flatMap((entry) => {
    const base = inherited.find(({ key }) => key === entry.key);
    if (base === undefined) return [entry];
    return isSwitchedOff(entry) ? [] : [{ ...entry, value: mergeValues(entry, base.value) }];
  });
  const added = inherited.filter(({ key }) => entryOf(map, key) === undefined);
  return { ...map, entries: [...own, ...added] };
}

// Where a step may say `none` itself, the word stays: it switches off what Millrace or the pipeline give, too.
function isSwitchedOff({ key, value }: SourceEntry): boolean {
  return value.kind === 'scalar' && value.value === 'none' && !SETTINGS_WITH_NONE.includes(key);
}

/** Settings whose keys stand for themselves. Of others, such as a framework with its version, a part alone means nothing. */
const MERGED_SETTINGS: readonly string[] = ['environment', 'network'];

function mergeValues({ key, value }: SourceEntry, base: SourceNode): SourceNode {
  if (value.kind !== 'map' || base.kind !== 'map' || !MERGED_SETTINGS.includes(key)) return value;
  const { origin = [] } = base;
  const inherited = base.entries.map((entry) => ({ ...entry, value: writtenAt(entry.value, [...origin, entry.key]) }));
  return {
    ...value,
    entries: [...value.entries, ...inherited.filter((each) => entryOf(value, each.key) === undefined)],
  };
}
