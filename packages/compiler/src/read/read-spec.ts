import {
  type Diagnostic,
  fail,
  type Offsets,
  type Outcome,
  SourceDocument,
  type SourceNode,
  succeed,
  syntaxDiagnostics,
} from '@millrace/schema';
import { isScalar, type Node, Scalar } from 'yaml';
import { buildSourceTree } from './build-source-tree.js';
import { parseYaml } from './parse-yaml.js';
import type { PlacedDiagnostic } from './placed-diagnostic.js';
import { scanYaml } from './scan-yaml.js';
import { maskStretches } from './unquoted-reference.js';
import { yamlDiagnostics } from './yaml-diagnostics.js';
import { YAML_LIMITS } from './yaml-limits.js';

/** A text and the name that is shown to people: a path as it was given, or `<stdin>`. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
}

/**
 * Reads a spec: YAML 1.2 (core schema), and JSON, which is YAML too. Every node keeps its place, numbers their text.
 * A byte order mark is skipped. Refused, with diagnostics and never by an exception: what is beyond
 * {@link YAML_LIMITS}, equal keys, tags, directives, merge keys, several documents, and all that is not YAML.
 */
export function readSpec(source: SourceText): Outcome<SourceDocument> {
  const text = source.text.startsWith('\uFEFF') ? source.text.slice(1) : source.text;
  const { root, problems } = readTree(text);
  if (problems.length > 0) return fail(locate(problems, new SourceDocument(source.file, text, NOTHING)));
  return succeed(new SourceDocument(source.file, text, root));
}

interface ReadTree {
  readonly root: SourceNode;
  readonly problems: readonly PlacedDiagnostic[];
}

const NOTHING: SourceNode = { kind: 'scalar', value: null, offsets: [0, 0] };
const ROOT = { path: [] } as const;

function readTree(text: string): ReadTree {
  const refused = refuseUnread(text);
  if (refused !== undefined) return { root: NOTHING, problems: [refused] };
  const scan = scanYaml(text);
  if (scan.unsafe) return { root: NOTHING, problems: scan.problems };
  const masked = maskStretches(text, scan.unquoted);
  const parsed = parseYaml(masked);
  const faults = [...scan.problems, ...parsed.problems];
  // A tree of a broken text is a guess: what it lacks or repeats would be follow-ups.
  if (parsed.problems.length > 0 || scan.incomplete) return { root: NOTHING, problems: faults };
  if (faults.length === 0 && isEmpty(parsed.document?.contents)) return { root: NOTHING, problems: [EMPTY] };
  const { root, problems } = buildSourceTree(parsed.document?.contents ?? null, masked);
  return { root, problems: [...faults, ...problems.filter((each) => !isMasked(each, scan.unquoted))] };
}

const EMPTY: PlacedDiagnostic = { diagnostic: syntaxDiagnostics.empty({}, ROOT), offsets: [0, 0] };

function refuseUnread(text: string): PlacedDiagnostic | undefined {
  const { maxCharacters } = YAML_LIMITS;
  if (text.length > maxCharacters) {
    const diagnostic = syntaxDiagnostics['too-large'](
      { size: text.length, unit: 'characters', atMost: maxCharacters },
      ROOT,
    );
    return { diagnostic, offsets: [0, 0] };
  }
  const at = findControlCharacter(text);
  if (at === undefined) return undefined;
  return {
    diagnostic: yamlDiagnostics['control-character']({ code: text.charCodeAt(at) }, ROOT),
    offsets: [at, at + 1],
  };
}

// Some of them are marks inside the parser, which a text could forge.
function findControlCharacter(text: string): number | undefined {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) return at;
  }
  return undefined;
}

function isEmpty(contents: Node | null | undefined): boolean {
  return (
    contents === null ||
    contents === undefined ||
    (isScalar(contents) && contents.source === '' && contents.type === Scalar.PLAIN)
  );
}

function isMasked({ offsets: [start] }: PlacedDiagnostic, stretches: readonly Offsets[]): boolean {
  return stretches.some(([from, to]) => start >= from && start < to);
}

// More problems than this are no help to anyone.
const MOST_REPORTED = 100;

function locate(problems: readonly PlacedDiagnostic[], places: SourceDocument): readonly Diagnostic[] {
  const inOrder = [...problems].sort((one, other) => one.offsets[0] - other.offsets[0]);
  return inOrder.slice(0, MOST_REPORTED).map(({ diagnostic, offsets, related }) => ({
    ...diagnostic,
    range: places.rangeOfOffsets(offsets),
    ...(related === undefined
      ? {}
      : {
          related: related.map((each) => ({
            message: each.message,
            path: each.path,
            range: places.rangeOfOffsets(each.offsets),
          })),
        }),
  }));
}
