import type { FixKind } from '@millrace/governance-policies';
import { succeed } from '@millrace/schema';
import type { InputFile } from '../../input/input-file.js';
import { applyLedgers } from '../apply-ledgers.js';
import type { CheckSetting } from '../check-setting.js';
import type { CheckedTarget } from '../checked-target.js';
import { governPipeline } from '../govern-pipeline.js';
import type { CheckTarget } from '../targets/check-target.js';
import { editPipelineText } from './edit-pipeline-text.js';
import { type FixedText, type Fixing, fixText } from './fix-text.js';
import { writeFixedFile } from './write-fixed-file.js';

/** What became of the fixes of a file. */
export interface FixedFile {
  readonly file: string;
  readonly before: string;
  readonly fixed: FixedText;
  /** Why the file stays as it was, where it does. */
  readonly unwritten?: string;
  /** The same with the suggested fixes too, which are only shown; absent where there are none. */
  readonly suggested?: FixedText;
}

/** A check that fixes what it can. */
export interface FixSetting extends CheckSetting {
  /** YYYY-MM-DD: what the ledger excuses on that day is not fixed. */
  readonly today: string;
}

/**
 * Fixes a file, and gives what the rules say of it then. Of what stands in templates nothing is fixed: they are made of
 * something else.
 */
export async function fixTarget(
  target: CheckTarget,
  checked: CheckedTarget,
  setting: FixSetting,
): Promise<{ readonly checked: CheckedTarget; readonly fixes?: FixedFile }> {
  const { options } = setting;
  const input = target.read.value;
  if (input === undefined || target.kind !== 'pipeline') return { checked };
  const kinds: readonly FixKind[] = options.fixSuggested === true ? ['safe', 'suggested'] : ['safe'];
  const before = input.text;
  const fixing = fixingOf(target, input, setting);
  const fixed = await fixText({ text: before, checked: counted(checked, setting) }, { ...fixing, kinds });
  const unwritten = fixed.text === before ? undefined : await writeFixedFile(input.file, { before, after: fixed.text });
  const suggested = await suggest(fixed, { ...fixing, kinds: ['safe', 'suggested'] }, setting);
  const fixes: FixedFile = {
    file: input.file,
    before,
    fixed,
    ...(unwritten !== undefined && { unwritten }),
    ...(suggested !== undefined && { suggested }),
  };
  const isChanged = fixed.text !== before && unwritten === undefined;
  return { checked: isChanged ? await govern(target, input, { text: fixed.text, setting }) : checked, fixes };
}

async function suggest(fixed: FixedText, fixing: Fixing, { options }: FixSetting): Promise<FixedText | undefined> {
  if (options.fixSuggested === true) return undefined;
  const suggested = await fixText(fixed, fixing);
  return suggested.text === fixed.text ? undefined : suggested;
}

function fixingOf(target: CheckTarget, input: InputFile, setting: FixSetting): Omit<Fixing, 'kinds'> {
  return {
    judge: async (text) => counted(await govern(target, input, { text, setting }), setting),
    edit: (text, fixes) => editPipelineText({ ...input, text }, fixes),
  };
}

function govern(
  target: CheckTarget,
  input: InputFile,
  { text, setting }: { readonly text: string; readonly setting: FixSetting },
): Promise<CheckedTarget> {
  return governPipeline({ ...target, read: succeed({ ...input, text }) }, setting);
}

function counted(checked: CheckedTarget, { today, terminal }: FixSetting): CheckedTarget {
  const { targets } = applyLedgers([checked], { today, workingDirectory: terminal.workingDirectory });
  return targets[0] ?? checked;
}
