import { isMap, isNode, isScalar, LineCounter, type Node, parseDocument } from 'yaml';

type Key = string | number;

/** Line and column of a path in a YAML text as `line:column`, found without Millrace's own reader. */
export interface Place {
  readonly key: string | undefined;
  readonly value: string;
}

/** Finds the place of `pipeline.steps[0].name`. */
export function findPlace(text: string, path: string): Place {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const keys = path
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  const show = (node: Node) => {
    const { line, col } = lines.linePos(node.range?.[0] ?? 0);
    return `${line}:${col}`;
  };
  const value = document.getIn(keys, true);
  if (!isNode(value)) throw new Error(`${path} is not in the file`);
  const key = keyNode(document.getIn(keys.slice(0, -1), true), keys.at(-1));
  return { key: key === undefined ? undefined : show(key), value: show(value) };
}

function keyNode(parent: unknown, key: Key | undefined): Node | undefined {
  if (!isMap(parent)) return undefined;
  return parent.items.map((item) => item.key).find((node) => isScalar(node) && node.value === key) as Node | undefined;
}
