import {
  applyJsonEdits,
  type EditedText,
  isJsonList,
  isJsonObject,
  type Json,
  type JsonEdit,
  type Path,
  sameJson,
  sequenceJsonEdits,
} from '@millrace/schema';
import { isAlias, isMap, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { readSpec } from '../read/read-spec.js';
import { addYamlMember } from './add-yaml-member.js';
import { refineEdit } from './refine-edit.js';
import { removeYamlMember } from './remove-yaml-member.js';
import { replaceYamlValue } from './replace-yaml-value.js';
import { applySplices, type Splice } from './splice.js';
import { layoutOf } from './yaml-layout.js';
import { asNode, indexOfKey, type YamlNode } from './yaml-places.js';
import { slotIn, type YamlText } from './yaml-slot.js';

/**
 * Makes edits in the text of a spec, all at once: their paths are places of the document as it was given. Comments,
 * order, quotes, blank lines, indentation and line ends stay; new entries stand behind the last one. What repeats an
 * anchor is written out before it is edited; what others repeat is not edited.
 */
export function editYaml(text: string, edits: readonly JsonEdit[]): EditedText {
  const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  let edited = text.slice(mark.length);
  const before = jsonOf(edited);
  if (before === undefined) return { refused: 'the text cannot be read as YAML' };
  for (const edit of sequenceJsonEdits(before, edits)) {
    const made = makeEdit(edited, edit);
    if (made.text === undefined) return made;
    edited = made.text;
  }
  return sameJson(jsonOf(edited), applyJsonEdits(before, edits)) ? { text: mark + edited } : { refused: UNCLEAR };
}

const BYTE_ORDER_MARK = '\uFEFF';
const UNCLEAR = 'the lines around it are written in a way that cannot be edited safely';

function jsonOf(text: string): Json | undefined {
  return readSpec({ file: '', text }).value?.value;
}

/** One edit, in its smallest parts; what each of them makes is read again before the next. */
function makeEdit(text: string, edit: JsonEdit): EditedText {
  let edited = text;
  const before = jsonOf(text) ?? null;
  for (const part of refineEdit(valueAt(before, edit.path), edit)) {
    const wanted = applyJsonEdits(jsonOf(edited) ?? null, [part]);
    const made = makePart(edited, part);
    if (made.text === undefined) return made;
    edited = made.text;
    if (!sameJson(jsonOf(edited), wanted)) return { refused: reasonOf(text, edited, part.path) };
  }
  return { text: edited };
}

function makePart(text: string, edit: JsonEdit): EditedText {
  const root = parse(text);
  if (root === undefined || edit.path.length === 0) return { refused: UNCLEAR };
  const found = findAround(root, edit.path);
  if (found.alias !== undefined) return makePart(text, writeOut(text, edit, found.alias));
  const { around } = found;
  if (around === undefined) return { refused: UNCLEAR };
  const splices = splicesFor(around, edit, { text, layout: layoutOf(text, root) });
  if (splices === 'empty') return makePart(text, { path: edit.path.slice(0, -1), value: isMap(around) ? {} : [] });
  if (splices === undefined) return { refused: 'a comment would be lost with it' };
  return { text: applySplices(text, splices) };
}

function parse(text: string): YamlNode | undefined {
  const options = { schema: 'failsafe', uniqueKeys: false, keepSourceTokens: true, logLevel: 'silent' } as const;
  return asNode(parseDocument(text, options).contents);
}

interface Around {
  readonly around?: YAMLMap | YAMLSeq;
  /** How far the path leads before it meets something that repeats an anchor. */
  readonly alias?: number;
}

/** The map or list that holds the last segment of a path. */
function findAround(root: YamlNode, path: Path): Around {
  let node: YamlNode | undefined = root;
  for (const [depth, segment] of path.slice(0, -1).entries()) {
    node = childOf(node, segment);
    if (isAlias(node)) return { alias: depth + 1 };
  }
  return isMap(node) || isSeq(node) ? { around: node } : {};
}

function childOf(node: YamlNode | undefined, segment: string | number): YamlNode | undefined {
  if (isSeq(node) && typeof segment === 'number') return asNode(node.items[segment]);
  return isMap(node) ? asNode(node.items[indexOfKey(node, String(segment))]?.value) : undefined;
}

/** The edit of what repeats an anchor, made in a copy that takes its place. */
function writeOut(text: string, { path, ...edit }: JsonEdit, depth: number): JsonEdit {
  const at = path.slice(0, depth);
  // An edit stays what it is when its path changes.
  const inside = { ...edit, path: path.slice(depth) } as JsonEdit;
  return { path: at, value: applyJsonEdits(valueAt(jsonOf(text) ?? null, at) ?? null, [inside]) };
}

function splicesFor(
  around: YAMLMap | YAMLSeq,
  edit: JsonEdit,
  yaml: YamlText,
): readonly Splice[] | 'empty' | undefined {
  const segment = edit.path.at(-1);
  const index = isMap(around) ? indexOfKey(around, String(segment)) : Number(segment);
  const isThere = index >= 0 && index < around.items.length;
  if ('value' in edit) {
    if (isThere) return replaceYamlValue(slotIn(around, index, yaml), edit.value, yaml);
    return addYamlMember(around, { key: isMap(around) ? String(segment) : undefined, value: edit.value }, yaml);
  }
  if (around.items.length === 1) return 'empty';
  return removeYamlMember(around, index, yaml.text);
}

function valueAt(json: Json, path: Path): Json | undefined {
  let at: Json | undefined = json;
  for (const segment of path) {
    if (isJsonList(at) && typeof segment === 'number') at = at[segment];
    else if (isJsonObject(at) && typeof segment === 'string' && Object.hasOwn(at, segment)) at = at[segment];
    else return undefined;
  }
  return at;
}

/** Why an edit did not come to what it should: usually others repeat what it changed. */
function reasonOf(text: string, edited: string, path: Path): string {
  const isRepeated = jsonOf(edited) !== undefined && /&\w/.test(text);
  return isRepeated ? `"${path.join('.')}" is repeated elsewhere by its anchor: write it out there first` : UNCLEAR;
}
