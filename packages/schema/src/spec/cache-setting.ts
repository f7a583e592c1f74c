import { z } from 'zod';
import { shorten } from './describe-value.js';
import { reportIssue } from './report-issue.js';
import { specDiagnostics } from './spec-diagnostics.js';

/** How long a result may be used again, as SageMaker's `ExpireAfter`; `none` switches caching off. */
export type CacheSetting = 'none' | { readonly expireAfter: string };

/** `P30D`, `T16m`, `30dT5h`: SageMaker's own notation, upper or lower case, the `P` optional. */
const ISO = /^P?(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/i;
const SHORT = /^(\d{1,5})([mhdw])$/;

/** `cache: 30d` keeps results for 30 days; `cache: none` switches an inherited cache off. Minutes are `m`, as everywhere in a spec. */
export const cacheSetting = z
  .string()
  .meta({ examples: ['30d', '12h', 'none', 'P30D'] })
  .transform((written, context): CacheSetting => {
    if (written === 'none') return 'none';
    const expireAfter = toExpireAfter(written);
    if (expireAfter !== undefined && /[1-9]/.test(expireAfter)) return { expireAfter };
    const parameters = {
      what: 'a cache lifetime',
      given: shorten(written),
      allowed: 'write 30d, 12h, 45m, 2w, ISO 8601 as P30D, or none',
      help: expireAfter === undefined ? undefined : 'a result that expires at once is never used again: write none',
    };
    reportIssue(context, specDiagnostics.malformed, { parameters });
    return z.NEVER;
  });

function toExpireAfter(written: string): string | undefined {
  const [, count, unit] = SHORT.exec(written) ?? [];
  if (count !== undefined && unit !== undefined) return isoOf(Number(count), unit);
  return ISO.test(written) ? written.toUpperCase().replace(/^(?!P)/, 'P') : undefined;
}

// ISO's P30M means 30 months, a frequent mistake for minutes: minutes and hours stand behind the T.
function isoOf(count: number, unit: string): string {
  return unit === 'd' || unit === 'w' ? `P${count}${unit.toUpperCase()}` : `PT${count}${unit.toUpperCase()}`;
}
