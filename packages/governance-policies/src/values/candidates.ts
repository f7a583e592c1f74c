import type { PolicyLiteral, PolicyParameter, PolicyValue } from './policy-value.js';

/** A value that a place may have. */
export interface Candidate {
  /** Undefined where nothing is given. In a text `<name>` stands for a deploy value and `…` for what is not known. */
  readonly value: PolicyLiteral | undefined;
  /** Why it is possible, for people: `the parameter "Image" is "a:1" by default`. */
  readonly because: string;
}

/** Everything that a place may hold. */
export interface Candidates {
  /** What it holds unless a start of the pipeline says otherwise. */
  readonly usual?: Candidate;
  /** What a start may choose, where it is bound to a list. */
  readonly others: readonly Candidate[];
  /** Why more than that is possible and nobody knows what. */
  readonly open?: string;
}

/** Texts have at most so many combinations; of a text with more only the defaults are known. */
const MOST_COMBINATIONS = 30;

/** What is not known of a text. */
const UNKNOWN_PART = '…';

/** What a place may hold, as far as a definition says. */
export function candidatesOf(value: PolicyValue): Candidates {
  switch (value.kind) {
    case 'absent':
      return { usual: { value: undefined, because: 'nothing is given' }, others: [] };
    case 'literal':
      return { usual: { value: value.value, because: `${show(value.value)} is given` }, others: [] };
    case 'parameter':
      return ofParameter(value.parameter);
    case 'choice':
      return ofChoice(value, candidatesOf);
    case 'deployValue':
      return { others: [], open: `the deploy value "${value.name}" is not known before deployment` };
    case 'run':
      return { others: [], open: `${value.source} is known only when the pipeline runs` };
    case 'structure':
      return { others: [], open: 'it is neither text nor number' };
    case 'text':
      return ofText(value.parts);
  }
}

/**
 * What a place may hold as text: deploy values and what is only known at run time stand in it as `<name>` and `…`, so
 * that what is known around them can be judged.
 */
export function textCandidatesOf(value: PolicyValue): Candidates {
  const known = texts.get(value);
  if (known !== undefined) return known;
  const candidates = wholeText(value) ?? candidatesOf(value);
  texts.set(value, candidates);
  return candidates;
}

/** A text of nothing but one thing that is not known. */
function wholeText(value: PolicyValue): Candidates | undefined {
  if (value.kind === 'choice') return ofChoice(value, textCandidatesOf);
  if (value.kind === 'run') {
    return { usual: { value: UNKNOWN_PART, because: candidatesOf(value).open ?? '' }, others: [] };
  }
  if (value.kind !== 'deployValue') return undefined;
  return { usual: { value: `<${value.name}>`, because: `the deploy value "${value.name}" is given` }, others: [] };
}

/** Many rules ask of the same value. */
const texts = new WeakMap<PolicyValue, Candidates>();

function ofParameter({ name, defaultValue, allowed }: PolicyParameter): Candidates {
  const usual =
    defaultValue === undefined
      ? undefined
      : { value: defaultValue, because: `the parameter "${name}" is ${show(defaultValue)} by default` };
  const others = (allowed ?? [])
    .filter((each) => each !== defaultValue)
    .map((each) => ({ value: each, because: `the parameter "${name}" may be ${show(each)}` }));
  if (usual !== undefined) return { usual, others };
  return others.length > 0 ? { others } : { others, open: `the parameter "${name}" has no default` };
}

/** Of a choice nothing is usual: whatever decides is not known. */
function ofChoice({ options, by }: Extract<PolicyValue, { kind: 'choice' }>, of: typeof candidatesOf): Candidates {
  const all = options.map(of);
  const others = all
    .flatMap(({ usual, others }) => (usual === undefined ? others : [usual, ...others]))
    .map(({ value }) => ({ value, because: `${by} makes it ${value === undefined ? 'nothing' : show(value)}` }));
  const open = all.find((each) => each.open !== undefined)?.open;
  return { others, ...(open !== undefined && { open }) };
}

function ofText(parts: readonly PolicyValue[]): Candidates {
  const columns = parts.map(partCandidates);
  const [first, ...others] = combinationsOf(columns).map(together);
  const usual = first ?? together(columns.map(([each = nothing]) => each));
  const open = first === undefined ? { open: `${usual.because}, and its parameters may make too many others` } : {};
  return parts.some(({ kind }) => kind === 'choice')
    ? { others: [usual, ...others], ...open }
    : { usual, others, ...open };
}

/** Every way to take one of each column, the first of all of them first; none where there are too many. */
function combinationsOf(columns: readonly (readonly Candidate[])[]): readonly (readonly Candidate[])[] {
  const count = columns.reduce((product, column) => product * column.length, 1);
  if (count > MOST_COMBINATIONS) return [];
  return columns.reduce<readonly (readonly Candidate[])[]>(
    (rows, column) => rows.flatMap((row) => column.map((each) => [...row, each])),
    [[]],
  );
}

/** The usual one first; never empty. */
function partCandidates(part: PolicyValue): readonly Candidate[] {
  if (part.kind === 'deployValue') return [{ value: `<${part.name}>`, because: '' }];
  const { usual, others } = part.kind === 'choice' ? textCandidatesOf(part) : candidatesOf(part);
  const known = usual === undefined ? others : [usual, ...others];
  return known.length === 0 ? [nothing] : known;
}

const nothing: Candidate = { value: UNKNOWN_PART, because: '' };

function together(parts: readonly Candidate[]): Candidate {
  const text = parts.map(({ value }) => String(value ?? '')).join('');
  const reasons = parts.map(({ because }) => because).filter((because) => because.startsWith('the '));
  return { value: text, because: [`${show(text)} is given`, ...reasons].join(', where ') };
}

/** Long values are cut: they stand in messages. */
function show(value: PolicyLiteral): string {
  const text = typeof value === 'string' ? value : String(value);
  const cut = text.length > 120 ? `${text.slice(0, 117)}…` : text;
  return typeof value === 'string' ? `"${cut}"` : cut;
}
