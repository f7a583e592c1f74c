import {
  isJsonList,
  isJsonObject,
  isNumber,
  type Json,
  type Offsets,
  type SourceDocument,
  type SourceEntry,
  type SourceNode,
  SourceNumber,
  type SourceScalar,
} from '@millrace/schema';
import type { PlacedToken } from './placed-token.js';
import { symbolicText } from './symbolic-text.js';

/** The tree of a document in which tokens are what they stand for. Takes as long as the document is long. */
export function putTokensBack({ root, text }: SourceDocument, tokens: readonly PlacedToken[]): SourceNode {
  return new TokenWalk(text, tokens).put(root);
}

/** A walk in the order of the text: so the next token is always the first that is left. */
class TokenWalk {
  #next = 0;

  constructor(
    readonly text: string,
    readonly tokens: readonly PlacedToken[],
  ) {}

  put(node: SourceNode): SourceNode {
    switch (node.kind) {
      case 'list':
        return { ...node, items: node.items.map((item) => this.put(item)) };
      case 'map':
        return { ...node, entries: node.entries.map((entry) => this.#putEntry(entry)) };
      case 'scalar':
        return this.#putScalar(node);
    }
  }

  /** A key stays text, as it stands: a value of the deployment has no name before there is one. */
  #putEntry(entry: SourceEntry): SourceEntry {
    this.#take(entry.keyOffsets);
    return { ...entry, value: this.put(entry.value) };
  }

  #putScalar(node: SourceScalar): SourceNode {
    const tokens = this.#take(node.offsets);
    const [first] = tokens;
    if (first === undefined) return node;
    const value = typeof node.value === 'string' ? this.#textWith(tokens, node.offsets) : first.value;
    return nodeOf(value, node.offsets);
  }

  /** The tokens up to the end of a stretch of the text. */
  #take([, end]: Offsets): readonly PlacedToken[] {
    const start = this.#next;
    while ((this.tokens[this.#next]?.offsets[0] ?? Number.POSITIVE_INFINITY) < end) this.#next += 1;
    return this.tokens.slice(start, this.#next);
  }

  #textWith(tokens: readonly PlacedToken[], [start, end]: Offsets): Json {
    const parts: Json[] = [];
    let at = start + 1;
    for (const { value, offsets } of tokens) {
      parts.push(unescaped(this.text.slice(at, offsets[0])), value);
      at = offsets[1];
    }
    return symbolicText([...parts, unescaped(this.text.slice(at, end - 1))]);
  }
}

/** The text that a part of a JSON string stands for; where a token stands inside an escape, as it is written. */
function unescaped(part: string): string {
  try {
    return String(JSON.parse(`"${part}"`));
  } catch {
    return part;
  }
}

function nodeOf(json: Json, offsets: Offsets): SourceNode {
  if (isJsonList(json)) return { kind: 'list', items: json.map((item) => nodeOf(item, offsets)), offsets };
  if (isJsonObject(json)) {
    const entries = Object.entries(json).map(([key, value]) => ({
      key,
      keyOffsets: offsets,
      value: nodeOf(value, offsets),
    }));
    return { kind: 'map', entries, offsets };
  }
  const value = isNumber(json) && !(json instanceof SourceNumber) ? new SourceNumber(String(json)) : json;
  return { kind: 'scalar', value, offsets };
}
