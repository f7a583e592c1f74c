import { describeReport } from '@millrace/governance-policies';
import type { CheckResult } from './check-result.js';

/** The document of `--json`. */
export function describeCheck({ report, targets }: CheckResult): object {
  return { ...describeReport(report), checked: targets.map(({ file, what }) => ({ file, what })) };
}
