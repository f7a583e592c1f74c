import type { CorpusDefinition } from './corpus-definition.js';
import { needsReview, PLACEHOLDER_REVIEW, type Review, reviewOf } from './review.js';
import type { Verdict } from './verdict.js';

/** What the table is made of. */
export interface CheckedCorpus {
  readonly definitions: readonly CorpusDefinition[];
  readonly verdicts: readonly Verdict[];
  readonly reviews: readonly Review[];
}

/** The page: what was read, and one table of definitions a code. */
export function renderVerdicts({ definitions, verdicts, reviews }: CheckedCorpus): string {
  const codes = [...new Set(verdicts.map(({ code }) => code))].sort();
  const clean = definitions.length - new Set(verdicts.map(({ definition }) => definition.file)).size;
  const sections = codes.map((code) =>
    renderCode(
      verdicts.filter((each) => each.code === code),
      reviews,
    ),
  );
  return [
    '# What Millrace says of pipelines that others made\n',
    'Written by `npm run corpus-verdicts`, from definitions that are not part of this repository: output of the SageMaker',
    "Python SDK, saved notebooks, Terraform and CDK repositories, an applied Terraform state, and the SDK's unit tests.",
    'Every error and every warning was looked at; what was wrong with Millrace has been mended.\n',
    `${definitions.length} definitions read, ${clean} without a word; ${total(verdicts, 'error')}, ${total(verdicts, 'warning')}.\n`,
    ...sections,
  ].join('\n');
}

function total(verdicts: readonly Verdict[], severity: Verdict['severity']): string {
  const same = verdicts.filter((each) => each.severity === severity);
  return `${severity}s in ${new Set(same.map(({ definition }) => definition.file)).size} definitions`;
}

function renderCode(verdicts: readonly Verdict[], reviews: readonly Review[]): string {
  const [first] = verdicts;
  const rows = verdicts.map((verdict) => renderRow(verdict, reviews));
  return [
    `## ${first?.severity} \`${first?.code}\`\n`,
    '| definition | from | times | judgement | because |',
    '| --- | --- | --: | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function renderRow(verdict: Verdict, reviews: readonly Review[]): string {
  const { definition, count } = verdict;
  const { file, kind } = definition;
  const review = reviewOf(verdict, reviews);
  const [judgement, because] = needsReview(verdict)
    ? [review?.verdict ?? '**not reviewed**', review?.because ?? '']
    : ['placeholder', PLACEHOLDER_REVIEW];
  return `| ${file.replace(/\.json$/, '')} | ${kind} | ${count} | ${judgement} | ${because} |`;
}
