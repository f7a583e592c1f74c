import { isValue, type SkeletonNode } from './skeleton-node.js';

const HEADING = '# What the conditions read. Give each null a value; a null decides nothing.';

/** A skeleton as YAML, with the comparison of each value as a comment. */
export function printSkeleton(steps: ReadonlyMap<string, SkeletonNode>): string {
  const body =
    steps.size === 0 ? ['steps: {}  # no condition reads anything'] : ['steps:', ...printNode(new Map(steps), '  ')];
  return `${[HEADING, 'scenario: 1', ...body].join('\n')}\n`;
}

function printNode(node: SkeletonNode, indent: string): readonly string[] {
  if (node instanceof Map)
    return [...node].flatMap(([key, child]) => printEntry(`${indent}${printKey(key)}:`, child, indent));
  return Array.isArray(node) ? node.flatMap((child) => printEntry(`${indent}-`, child, indent)) : [];
}

function printEntry(head: string, child: SkeletonNode, indent: string): readonly string[] {
  if (!isValue(child)) return [head, ...printNode(child, `${indent}  `)];
  const comments = [...child.comments].join('; ').replace(/\s+/g, ' ');
  return [`${head} null${comments === '' ? '' : `  # ${comments}`}`];
}

// Words that YAML reads as something else than text are quoted; JSON's quoting is YAML's.
function printKey(key: string): string {
  const plain = /^[A-Za-z_][\w-]*$/.test(key) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(key);
  return plain ? key : JSON.stringify(key);
}
