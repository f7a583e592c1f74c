import { renderJunit, renderMarkdown, renderSarif } from '@millrace/governance-policies';
import { type Json, writeJson } from '@millrace/schema';
import picocolors from 'picocolors';
import type { ReportFormat } from './check-options.js';
import type { CheckResult } from './check-result.js';
import { describeCheck } from './describe-check.js';
import { renderCheck } from './render-check.js';

const WITHOUT_COLOURS = picocolors.createColors(false);

const RENDERERS: Readonly<Record<ReportFormat, (result: CheckResult) => string>> = {
  text: (result) => renderCheck(result, WITHOUT_COLOURS),
  // The description is JSON by construction; `object` only cannot say so.
  json: (result) => writeJson(describeCheck(result) as Json),
  sarif: ({ report }) => renderSarif(report),
  junit: ({ report }) => renderJunit(report),
  markdown: ({ report }) => renderMarkdown(report),
};

/** The report of a check in a format; text without colours. */
export function renderReport(format: ReportFormat, result: CheckResult): string {
  return RENDERERS[format](result);
}
