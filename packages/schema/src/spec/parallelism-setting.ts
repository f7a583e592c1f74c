import { z } from 'zod';
import { isNumber, numberOf } from '../source/source-number.js';
import { describeValue } from './describe-value.js';
import { reportIssue } from './report-issue.js';
import { requestDiagnostics } from './request-diagnostics.js';

/** Steps that run at once at most: a literal whole number from 1 on (CreatePipeline `MaxParallelExecutionSteps`, rule R14). */
export const parallelismSetting = z
  .unknown()
  .meta({ type: 'integer', minimum: 1 })
  .transform((input, context): number => {
    const number = isNumber(input) ? numberOf(input) : Number.NaN;
    if (Number.isSafeInteger(number) && number >= 1) return number;
    reportIssue(context, requestDiagnostics['invalid-parallelism'], { parameters: { given: describeValue(input) } });
    return z.NEVER;
  });
