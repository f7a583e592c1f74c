import { formatPropertyPath, type PropertyPath, type PropertySegment } from '../definition/reference.js';
import { didYouMean, listNames } from '../diagnostics/did-you-mean.js';
import { InternalError } from '../diagnostics/internal-error.js';
import { withArticle } from '../diagnostics/with-article.js';
import {
  DESCRIBE_SCALARS,
  type DescribeNode,
  type DescribeScalar,
  type DescribeStructure,
  type DescribeTrees,
} from './describe-trees.js';

/** The path of a `Get` behind `Steps.X`, and the operations whose responses it walks. */
export interface PathToDescribe {
  /** `DescribeProcessingJob`; several are merged, as SageMaker does for tuning jobs. */
  readonly operations: readonly string[];
  readonly path: PropertyPath;
  /** Lists whose items SageMaker finds by name, by the path to them: `.FinalMetricDataList`. */
  readonly keyedLists?: readonly string[];
}

/** Where a path leads: the scalar type at its end, or the first segment that leads nowhere. */
export type DescribedPath =
  | { readonly ok: true; readonly type: DescribeScalar }
  | { readonly ok: false; readonly problem: DescribePathProblem };

/** Why a path does not lead to a scalar (rule R30). */
export interface DescribePathProblem {
  /**
   * - `unknown-member`: the object has no member of that name;
   * - `index-kind`: `.name`, `[0]` and `['key']` are mixed up;
   * - `not-a-scalar`: the path ends at an object or a list, which no expression can stand for;
   * - `beyond-scalar`: the path goes on where there is nothing inside.
   */
  readonly kind: 'unknown-member' | 'index-kind' | 'not-a-scalar' | 'beyond-scalar';
  /** Index of the offending segment; the number of segments for `not-a-scalar`. */
  readonly segment: number;
  /** The segment as written: `.Outputs`, `[0]`, `['train']`; an object or a list for `not-a-scalar`. */
  readonly given: string;
  /** What may stand there, in a few words. */
  readonly allowed: string;
  readonly allowedNames?: readonly string[];
  /** A segment to write instead. */
  readonly suggestion?: string;
}

/**
 * Walks `Steps.X.<path>` through what SageMaker's `Describe*` operations return.
 * @throws InternalError when the trees have no such operation.
 */
export function describePath(
  trees: DescribeTrees,
  { operations, path, keyedLists = [] }: PathToDescribe,
): DescribedPath {
  let node: DescribeNode | DescribeScalar = mergeRoots(trees, operations);
  for (const [index, segment] of path.entries()) {
    if (node === 'Any') return { ok: true, type: node };
    if (typeof node === 'string') return beyondScalar(node, index, segment);
    const isKeyed = keyedLists.includes(formatPropertyPath(path.slice(0, index)));
    const step = takeStep(node, segment, isKeyed);
    if (typeof step !== 'string') return { ok: false, problem: { ...step, segment: index, given: format(segment) } };
    node = resolve(trees, step);
  }
  if (typeof node === 'string') return { ok: true, type: node };
  return notAScalar(node, path.length, keyedLists.includes(formatPropertyPath(path)));
}

function mergeRoots(trees: DescribeTrees, operations: readonly string[]): DescribeStructure {
  const members = operations.map((operation) => {
    const root = trees.nodes[trees.operations[operation] ?? ''];
    if (root === undefined || !('members' in root)) throw new InternalError(`there is no tree of ${operation}`);
    return root.members;
  });
  return { members: Object.assign({}, ...members) };
}

function resolve(trees: DescribeTrees, name: string): DescribeNode | DescribeScalar {
  const scalar = DESCRIBE_SCALARS.find((type) => type === name);
  if (scalar !== undefined) return scalar;
  const node = trees.nodes[name];
  if (node === undefined) throw new InternalError(`there is no node ${name}`);
  return node;
}

type Obstacle = Omit<DescribePathProblem, 'segment' | 'given'>;

/** The name of the next node or scalar type, or why the segment leads nowhere. */
function takeStep(node: DescribeNode, segment: PropertySegment, isKeyed: boolean): string | Obstacle {
  if ('members' in node) return 'member' in segment ? takeMember(node, segment.member) : memberWanted(node, segment);
  if ('map' in node) return 'key' in segment ? node.map : keyWanted(segment, "['key']");
  if ('index' in segment || ('key' in segment && isKeyed)) return node.list;
  if (!isKeyed) return { kind: 'index-kind', allowed: 'an index such as [0]', suggestion: '[0]' };
  return keyWanted(segment, "a name as in ['name'], or an index such as [0]");
}

function takeMember({ members }: DescribeStructure, name: string): string | Obstacle {
  const target = Object.hasOwn(members, name) ? members[name] : undefined;
  if (target !== undefined) return target;
  const names = Object.keys(members);
  const near = didYouMean(name, names);
  return { kind: 'unknown-member', ...allowed(names), ...(near === undefined ? {} : { suggestion: `.${near}` }) };
}

function memberWanted({ members }: DescribeStructure, segment: PropertySegment): Obstacle {
  const names = Object.keys(members);
  const near = 'key' in segment ? didYouMean(segment.key, names) : undefined;
  return { kind: 'index-kind', ...allowed(names), ...(near === undefined ? {} : { suggestion: `.${near}` }) };
}

function keyWanted(segment: PropertySegment, wanted: string): Obstacle {
  const suggestion = 'member' in segment ? { suggestion: format({ key: segment.member }) } : {};
  return { kind: 'index-kind', allowed: wanted, ...suggestion };
}

function allowed(names: readonly string[]): { allowed: string; allowedNames: readonly string[] } {
  return { allowed: listNames(names), allowedNames: names };
}

function beyondScalar(type: DescribeScalar, segment: number, given: PropertySegment): DescribedPath {
  const allowed = `nothing: the path has reached ${withArticle(type)}`;
  return { ok: false, problem: { kind: 'beyond-scalar', segment, given: format(given), allowed } };
}

function notAScalar(node: DescribeNode, segment: number, isKeyed: boolean): DescribedPath {
  const given = 'list' in node ? 'a list' : 'an object';
  const next = 'members' in node ? allowed(Object.keys(node.members)) : { allowed: nextKind(node, isKeyed) };
  return { ok: false, problem: { kind: 'not-a-scalar', segment, given, ...next } };
}

function nextKind(node: DescribeNode, isKeyed: boolean): string {
  return 'list' in node && !isKeyed ? 'an index such as [0]' : "a key such as ['name']";
}

function format(segment: PropertySegment): string {
  return formatPropertyPath([segment]);
}
