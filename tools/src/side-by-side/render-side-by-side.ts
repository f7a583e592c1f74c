import { markdownTable, pageHead } from '../generate-reference/markdown.js';
import type { ComparisonGroup, Proof } from './comparison.js';

const SUMMARY =
  'What the documentation of the AWS MDAA `sagemaker-pipeline` module claims, what the template of its version 1.6.0 ' +
  'does, what ours does, and the test that proves it.';
const COLUMNS = ['claim', 'MDAA 1.6.0', 'Millrace', 'proved by'];

/** The page, one table for each kind of claim. */
export function renderSideBySide(groups: readonly ComparisonGroup[]): string {
  const tables = groups.flatMap(({ title, comparisons }) => {
    const rows = comparisons.map(({ claim, mdaa, ours, proof }) => [claim, mdaa, ours, renderProof(proof)]);
    return [`## ${title}`, markdownTable(COLUMNS, rows)];
  });
  return [pageHead('MDAA and Millrace, side by side', SUMMARY), ...tables].join('\n\n');
}

function renderProof({ file, title }: Proof): string {
  return `[${title}](../../${file})`;
}
