import { didYouMean } from '../diagnostics/did-you-mean.js';
import { type IssueContext, reportIssue } from './report-issue.js';
import { specDiagnostics } from './spec-diagnostics.js';

/** Reports unless exactly one of the keys is given; with `optional`, none is fine too. */
export function chooseOne(
  object: Readonly<Record<string, unknown>>,
  { what, keys, optional = false }: { what: string; keys: readonly string[]; optional?: boolean },
  context: IssueContext,
): void {
  const given = keys.filter((key) => object[key] !== undefined);
  if (given.length === 1 || (optional && given.length === 0)) return;
  if (given.length === 0 && hasMisspelt(object, keys)) return;
  reportIssue(context, specDiagnostics['exactly-one'], { parameters: { what, keys, given } });
}

/** True when a key of the map was probably meant to be one of these: that is told as an unknown key already. */
export function hasMisspelt(object: Readonly<Record<string, unknown>>, keys: readonly string[]): boolean {
  return Object.keys(object).some((key) => !keys.includes(key) && didYouMean(key, keys) !== undefined);
}
