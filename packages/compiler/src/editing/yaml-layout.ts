import { isCollection, isMap, isScalar, isSeq, type Node, Scalar, visit } from 'yaml';

/** How a text is laid out, so that what is added looks like the rest. */
export interface YamlLayout {
  readonly lineEnd: '\n' | '\r\n';
  /** Spaces that a map stands further right than its key. */
  readonly unit: number;
  /** Whether lists stand further right than their key, too. */
  readonly indentsLists: boolean;
  /** Whether keys and texts are quoted as in JSON. */
  readonly isJson: boolean;
}

const USUAL_UNIT = 2;

/** Reads the layout off the first places that show it. */
export function layoutOf(text: string, root: Node): YamlLayout {
  let unit: number | undefined;
  let indentsLists: boolean | undefined;
  visit(root, {
    Pair(_, { key, value }) {
      if (!isScalar(key) || !isCollection(value) || value.flow === true) return;
      const deeper = columnOf(text, value) - columnOf(text, key);
      if (isMap(value) && deeper > 0) unit ??= deeper;
      if (isSeq(value)) indentsLists ??= deeper > 0;
      if (unit !== undefined && indentsLists !== undefined) return visit.BREAK;
      return undefined;
    },
  });
  const isJson = isMap(root) && root.flow === true && root.items.every(({ key }) => isQuoted(key));
  return {
    lineEnd: text.includes('\r\n') ? '\r\n' : '\n',
    unit: unit ?? USUAL_UNIT,
    indentsLists: indentsLists ?? true,
    isJson,
  };
}

/** The column of a node, counted from 0. */
export function columnOf(text: string, { range }: Pick<Node, 'range'>): number {
  const start = range?.[0] ?? 0;
  return start - (text.lastIndexOf('\n', start - 1) + 1);
}

function isQuoted(key: unknown): boolean {
  return isScalar(key) && key.type === Scalar.QUOTE_DOUBLE;
}
