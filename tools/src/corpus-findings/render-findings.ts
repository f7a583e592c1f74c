import { GOVERNANCE_RULES, type GovernanceRule } from '@millrace/governance-policies';
import type { CorpusFinding } from './corpus-finding.js';
import { drawFindings } from './draw-findings.js';
import { type Examination, examinationOf } from './examination.js';
import type { CorpusRun, GovernedCorpus } from './govern-corpus.js';

const RUNS: readonly CorpusRun[] = ['baseline', 'regulated', 'cost', 'limits'];

/** The corpus has no templates. */
const RULES = GOVERNANCE_RULES.filter(({ on }) => on.includes('definition'));

/** The page: findings by rule, and what was seen on examining some of them. */
export function renderFindings(corpus: GovernedCorpus, examinations: readonly Examination[]): string {
  const { definitions, findings } = corpus;
  const silent = RULES.filter(({ id }) => RUNS.every((run) => ofRule(findings[run], id).length === 0));
  const totals = RUNS.map((run) => `${findings[run].length}`).join(' | ');
  return [
    '# What the governance rules say of pipelines that others made\n',
    'Written by `npm run corpus-findings`, from definitions that are not part of this repository: output of the SageMaker',
    "Python SDK, saved notebooks, Terraform and CDK repositories, an applied Terraform state, and the SDK's unit tests.\n",
    `${definitions.length} definitions were checked with ${RULES.length} rules. One of them is a unit test of the SDK with 2,000 steps. The column`,
    '`limits` is for an environment of few machines, buckets and networks, under all profiles; the others are for none. Each',
    'cell has the number of definitions, and behind it the number of findings.\n',
    '| rule | demand | baseline | regulated | cost | limits |',
    '| --- | --- | --: | --: | --: | --: |',
    ...RULES.filter((rule) => !silent.includes(rule)).map((rule) => renderRule(rule, corpus)),
    `| all |  | ${totals} |`,
    '',
    `Without a finding: ${silent.map(({ id }) => id).join(', ') || 'none'}.\n`,
    ...renderExaminations(corpus, examinations),
    '',
  ].join('\n');
}

function renderRule({ id, title }: GovernanceRule, { findings }: GovernedCorpus): string {
  const cells = RUNS.map((run) => {
    const same = ofRule(findings[run], id);
    const files = new Set(same.map(({ definition }) => definition.file)).size;
    return same.length === 0 ? '' : `${files} / ${same.length}`;
  });
  return `| ${id} | ${title} | ${cells.join(' | ')} |`;
}

function ofRule(findings: readonly CorpusFinding[], id: string): readonly CorpusFinding[] {
  return findings.filter(({ finding }) => finding.rule === id);
}

function renderExaminations(corpus: GovernedCorpus, examinations: readonly Examination[]): readonly string[] {
  const drawn = drawFindings(corpus);
  return [
    '## Findings that were examined by hand\n',
    `Two findings of each rule, ${drawn.length} in all, were drawn by lot and held against the definition and against what AWS documents.`,
    'Those that were false are not in the table: their rules were mended, which `docs/decisions/081-noise-of-rules.md` tells.\n',
    '- **true**: it is the case;',
    '- **mock**: true of what stands there, which is a mock of a unit test or a placeholder of the collection.\n',
    '| rule | definition | steps | verdict | because |',
    '| --- | --- | --- | --- | --- |',
    ...drawn.map((each) => renderExamined(each, examinationOf(each, examinations))),
  ];
}

function renderExamined({ definition, finding }: CorpusFinding, seen: Examination | undefined): string {
  const steps = finding.steps.length === 0 ? 'the whole pipeline' : finding.steps.join(', ');
  const name = definition.file.replace(/\.json$/, '');
  return `| ${finding.rule} | ${name} | ${steps} | ${seen?.verdict ?? '**not examined**'} | ${seen?.because ?? ''} |`;
}
