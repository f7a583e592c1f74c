import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { DefinitionRule } from '../definition-rule.js';

const MONTHS = /^P?(\d+)M$/i;
/** Nobody keeps results for exactly five months or more, but many write 30M for half an hour. */
const FEWEST_DOUBTFUL = 5;

const diagnostics = defineDiagnostics('definition', {
  'cache-for-months': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R69'],
    message: (p: { given: string; months: string }) => `"${p.given}" means ${p.months} months`,
    help: (p) => `if minutes are meant, write "PT${p.months}M"`,
    explanation:
      'In ISO 8601 an M before the T stands for months, and only behind the T for minutes. P30M keeps results for two and a half years; half an hour is PT30M. Issue 2736 of the SageMaker Python SDK shows the slip.',
  },
});

/** The lifetime of a cache is not in months where minutes are meant. Of specs their own language asks this. */
export const cacheLifetimesAreNotMonths: DefinitionRule = {
  rules: ['R69'],
  diagnostics,
  foreignOnly: true,
  check: function* ({ steps }) {
    for (const { step, path } of steps) {
      const given = step.CacheConfig?.['ExpireAfter'];
      const months = typeof given === 'string' ? MONTHS.exec(given)?.[1] : undefined;
      if (months === undefined || Number(months) < FEWEST_DOUBTFUL) continue;
      const parameters = { given: String(given), months };
      yield diagnostics['cache-for-months'](parameters, { path: [...path, 'CacheConfig', 'ExpireAfter'] });
    }
  },
};
