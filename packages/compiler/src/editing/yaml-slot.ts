import type { Json } from '@millrace/schema';
import { isMap, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { indentationOf } from './render-yaml.js';
import { columnOf, type YamlLayout } from './yaml-layout.js';
import { asNode, colonEnd, dashOf, type YamlNode } from './yaml-places.js';

/** A parsed text. */
export interface YamlText {
  readonly text: string;
  readonly layout: YamlLayout;
}

/** Where the value of an entry or an item stands, or would stand. */
export interface YamlSlot {
  readonly node: YamlNode | undefined;
  /** Behind the colon or the dash; undefined for items of lists in brackets. */
  readonly behind: number | undefined;
  readonly isFlow: boolean;
  /** The column of a map or list in the lines below. */
  readonly columnBelow: (value: Json) => number;
}

/** The place of a value in a map or list. */
export function slotIn(around: YAMLMap | YAMLSeq, index: number, { text, layout }: YamlText): YamlSlot {
  const isFlow = around.flow === true;
  const column = columnOf(text, around);
  if (isMap(around)) {
    // A parsed map holds pairs alone.
    const pair = around.items[index] as Pair;
    const columnBelow = (value: Json) => column + indentationOf(value, layout);
    return { node: asNode(pair.value), behind: colonEnd(pair), isFlow, columnBelow };
  }
  const dash = dashOf(around, index);
  const behind = dash === undefined ? undefined : dash + 1;
  return { node: asNode(around.items[index]), behind, isFlow, columnBelow: () => column + 2 };
}
