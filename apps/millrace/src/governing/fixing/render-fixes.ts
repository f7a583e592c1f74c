import type { Finding } from '@millrace/governance-policies';
import { printable } from '@millrace/schema';
import { plural } from '../../output/count-diagnostics.js';
import type { Colours } from '../../terminal/terminal.js';
import type { FixedFile } from './fix-targets.js';
import type { LeftFix } from './fix-text.js';
import { renderDiff } from './render-diff.js';

/** What was changed in a file, what was not and why, and what else could be; empty where there is nothing to say. */
export function renderFixes({ file, before, fixed, unwritten, suggested }: FixedFile, colours: Colours): string {
  const name = printable(file);
  const isChanged = fixed.text !== before;
  const changed = isChanged ? `\n${renderDiff(file, { before, after: fixed.text }, colours)}` : '';
  const head =
    unwritten === undefined
      ? colours.green(`fixed: ${plural(fixed.made.length, 'finding')} in ${name}`)
      : colours.red(
          `not written: ${name}, because ${unwritten}; this would mend ${plural(fixed.made.length, 'finding')}`,
        );
  const blocks = [
    ...(isChanged ? [`${head}${changed}`] : []),
    ...fixed.left.map((left) => renderLeft(left, colours)),
    ...(suggested === undefined ? [] : [renderSuggested({ file, before: fixed.text, suggested }, colours)]),
  ];
  return blocks.length === 0 ? '' : `${blocks.join('\n')}\n`;
}

function renderLeft({ finding, reason }: LeftFix, { yellow }: Colours): string {
  return `${yellow('not fixed:')} ${printable(`${labelOf(finding)}: ${reason}`)}`;
}

function renderSuggested(
  {
    file,
    before,
    suggested,
  }: { readonly file: string; readonly before: string; readonly suggested: NonNullable<FixedFile['suggested']> },
  colours: Colours,
): string {
  const diff = renderDiff(file, { before, after: suggested.text }, colours);
  const rules = [...new Set(suggested.made.filter(({ fix }) => fix === 'suggested').map(({ rule }) => rule))].sort();
  const head = colours.cyan(
    `suggested for ${printable(file)} (${rules.join(', ')}), because it changes what the pipeline does:`,
  );
  return `${head}\n${diff}\nrun it with --fix-suggested to write this, too`;
}

function labelOf({ rule, steps }: Finding): string {
  return steps.length === 0 ? rule : `${rule} in ${steps.join(', ')}`;
}
