import type { SourceEntry, SourceNode } from '@millrace/schema';
import { entryOf, writtenAt } from '../source-maps.js';

/** A part that Millrace writes with the author's merged in: maps by key, of all else the author's is taken. */
export function mergeMaps(made: SourceNode, own: SourceEntry | undefined): SourceNode {
  return own === undefined ? made : mergeNodes(made, own.value);
}

function mergeNodes(made: SourceNode, own: SourceNode): SourceNode {
  if (made.kind !== 'map' || own.kind !== 'map') return own;
  const { origin = [] } = own;
  const given = own.entries.map((entry) => ({ ...entry, value: writtenAt(entry.value, [...origin, entry.key]) }));
  const kept = made.entries.map((entry) => {
    const mine = given.find(({ key }) => key === entry.key);
    return mine === undefined ? entry : { ...mine, value: mergeNodes(entry.value, mine.value) };
  });
  const added = given.filter(({ key }) => entryOf(made, key) === undefined);
  return { ...made, entries: [...kept, ...added] };
}
