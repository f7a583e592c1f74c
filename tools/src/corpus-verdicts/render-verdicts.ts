import type { Severity } from '@millrace/schema';
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
    `${definitions.length} definitions were read, ${clean} without a word.\n`,
    '| of all verdicts | true | mock | placeholder |',
    '| --- | --: | --: | --: |',
    ...(['error', 'warning'] as const).map((severity) =>
      renderTotals(
        severity,
        verdicts.filter((each) => each.severity === severity).map((each) => judge(each, reviews).judgement),
      ),
    ),
    '',
    '- **true**: SageMaker would refuse it, or the warning is to the point;',
    '- **mock**: true of what stands there, which is a mock of a unit test that nobody deployed;',
    "- **placeholder**: about a value that the makers of the collection put in place of the authors' own.\n",
    ...sections,
  ].join('\n');
}

function renderTotals(severity: Severity, judgements: readonly string[]): string {
  const count = (judgement: string) => judgements.filter((each) => each === judgement).length;
  return `| ${severity}s | ${count('true')} | ${count('mock')} | ${count('placeholder')} |`;
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
  const { judgement, because } = judge(verdict, reviews);
  return `| ${definition.file.replace(/\.json$/, '')} | ${definition.kind} | ${count} | ${judgement} | ${because} |`;
}

function judge(verdict: Verdict, reviews: readonly Review[]): { judgement: string; because: string } {
  if (!needsReview(verdict)) return { judgement: 'placeholder', because: PLACEHOLDER_REVIEW };
  const review = reviewOf(verdict, reviews);
  return { judgement: review?.verdict ?? '**not reviewed**', because: review?.because ?? '' };
}
