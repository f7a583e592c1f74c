import type { Finding, FixKind } from '@millrace/governance-policies';
import type { CheckedTarget } from '../checked-target.js';
import type { EditedPipeline } from './edit-pipeline-text.js';

/** A text and what the rules say of it. */
export interface JudgedText {
  readonly text: string;
  readonly checked: CheckedTarget;
}

/** How texts are judged and edited. */
export interface Fixing {
  readonly kinds: readonly FixKind[];
  /** What counts: without what the ledger excuses. */
  judge(text: string): Promise<CheckedTarget>;
  edit(text: string, fixes: readonly Finding['edits'][]): Promise<EditedPipeline>;
}

/** A fix that was not made. */
export interface LeftFix {
  readonly finding: Finding;
  readonly reason: string;
}

/** A text after its fixes. */
export interface FixedText extends JudgedText {
  /** The findings that are gone by a fix of theirs. */
  readonly made: readonly Finding[];
  readonly left: readonly LeftFix[];
}

/** Fixes that are only offered once others are made come in later rounds; two are enough for the rules of Millrace. */
const MOST_ROUNDS = 5;

/**
 * Makes the fixes of a text until none is offered, and judges it after each round. A fix with which the text would not be a
 * pipeline, or would have a finding that it had not, is left.
 */
export async function fixText(start: JudgedText, fixing: Fixing): Promise<FixedText> {
  let fixed: FixedText = { ...start, made: [], left: [] };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const offered = offeredIn(fixed, fixing);
    if (offered.length === 0) break;
    const together = await attempt(fixed, offered, fixing);
    fixed = together ?? (await oneByOne(fixed, fixing));
  }
  return fixed;
}

function offeredIn({ checked, left }: FixedText, { kinds }: Fixing): readonly Finding[] {
  const known = new Set(left.map(({ finding }) => finding.fingerprint));
  return checked.findings.filter(
    ({ fix, edits, fingerprint }) => kinds.includes(fix) && edits.length > 0 && !known.has(fingerprint),
  );
}

/** The text with fixes made at once; undefined where one of them does harm. */
async function attempt(fixed: FixedText, offered: readonly Finding[], fixing: Fixing): Promise<FixedText | undefined> {
  const edited = await fixing.edit(
    fixed.text,
    offered.map(({ edits }) => edits),
  );
  const unmade = offered.flatMap((finding, index) => {
    const reason = edited.left.get(index);
    return reason === undefined ? [] : [{ finding, reason }];
  });
  const tried = offered.filter((_, index) => !edited.left.has(index));
  const left = [...fixed.left, ...unmade];
  if (tried.length === 0) return { ...fixed, left };
  const checked = await fixing.judge(edited.text);
  const harm = harmOf(fixed.checked, checked);
  const [only] = tried;
  if (harm !== undefined && tried.length === 1 && only !== undefined)
    return { ...fixed, left: [...left, { finding: only, reason: harm }] };
  if (harm !== undefined) return undefined;
  const remaining = new Set(checked.findings.map(({ fingerprint }) => fingerprint));
  const made = tried.filter(({ fingerprint }) => !remaining.has(fingerprint));
  const useless = tried.filter(({ fingerprint }) => remaining.has(fingerprint));
  const reason = 'it is told even with its fix';
  const stays = useless.map((finding) => ({ finding, reason }));
  return { text: edited.text, checked, made: [...fixed.made, ...made], left: [...left, ...stays] };
}

async function oneByOne(start: FixedText, fixing: Fixing): Promise<FixedText> {
  let fixed = start;
  for (let [next] = offeredIn(fixed, fixing); next !== undefined; [next] = offeredIn(fixed, fixing))
    fixed = (await attempt(fixed, [next], fixing)) ?? fixed;
  return fixed;
}

/** What is wrong with a text that was not before. */
function harmOf(before: CheckedTarget, after: CheckedTarget): string | undefined {
  const refused = new Set(before.diagnostics.map(({ message }) => message));
  const error = after.diagnostics.find(({ severity, message }) => severity === 'error' && !refused.has(message));
  if (error !== undefined) return `the pipeline would be refused: ${error.message}`;
  const known = new Set(before.findings.map(({ fingerprint }) => fingerprint));
  const added = after.findings.find(({ fingerprint }) => !known.has(fingerprint));
  return added === undefined ? undefined : `it would bring ${added.rule}: ${added.message}`;
}
