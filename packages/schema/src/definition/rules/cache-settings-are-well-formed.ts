import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { Diagnostic, Path } from '../../diagnostics/diagnostic.js';
import { suggest } from '../../diagnostics/did-you-mean.js';
import { describeJson } from '../../source/describe-json.js';
import type { Json, JsonObject } from '../../source/json.js';
import { stepTypeFacts } from '../../step-types/step-type-registry.js';
import type { DefinitionRule } from '../definition-rule.js';
import { looksLikeExpression } from '../expression.js';

/** What AWS shows and the service is known to take: `30d`, `5y`, `T16m`, `30dT5h`, `PT1H`, `p30d`, `P4DT12H`. */
const LIFETIME = /^P?(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/i;
const MEMBERS = ['Enabled', 'ExpireAfter'];

const diagnostics = defineDiagnostics('definition', {
  'cache-member': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R3', 'R68'],
    message: (p: { key: string }) => `CacheConfig has no member "${p.key}"`,
    help: (p) => suggest(p.key, MEMBERS),
    explanation:
      'CacheConfig has two members: Enabled and ExpireAfter. SageMaker refuses members that it does not know.',
  },
  'cache-switch': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R68'],
    message: (p: { given: string }) => `"Enabled" of CacheConfig is true or false, but ${p.given} is given`,
    help: () => 'write true or false, without quotes',
    explanation: 'Whether a step is cached is fixed in the definition: Enabled is the literal true or false.',
  },
  'cache-without-end': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R68'],
    message: () => 'a cached step states how long its results may be used again',
    help: () => 'add for example "ExpireAfter": "P30D"',
    explanation:
      'The developer guide demands a timeout wherever caching is enabled. The SageMaker SDK lets it be left out, and what the service does then is not documented.',
  },
  'cache-lifetime': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R69'],
    message: (p: { given: string }) => `${p.given} is not a time span that a cache can have`,
    help: () => 'write P30D for 30 days, PT12H for 12 hours, PT30M for 30 minutes',
    explanation:
      'ExpireAfter is a duration after ISO 8601: years, months, weeks and days, then after a T hours, minutes and seconds. The P in front may be missing, and small letters will do: P30D, 30d, T16m, 30dT5h.',
  },
});

/** A CacheConfig says true or false, and for how long in a form that SageMaker reads. */
export const cacheSettingsAreWellFormed: DefinitionRule = {
  rules: ['R68', 'R69'],
  diagnostics,
  check: function* ({ steps }) {
    for (const { step, path } of steps) {
      if (step.CacheConfig !== undefined && stepTypeFacts(step.Type)?.cache !== false)
        yield* checkSetting(step.CacheConfig, [...path, 'CacheConfig']);
    }
  },
};

function* checkSetting(setting: JsonObject, path: Path): Iterable<Diagnostic> {
  for (const key of Object.keys(setting)) {
    if (!MEMBERS.includes(key)) yield diagnostics['cache-member']({ key }, { path: [...path, key], target: 'key' });
  }
  const { Enabled: enabled, ExpireAfter: lifetime } = setting;
  // Expressions are told about by the rule on where they are resolved.
  if (typeof enabled !== 'boolean' && !looksLikeExpression(enabled)) {
    const place = { path: enabled === undefined ? path : [...path, 'Enabled'] };
    yield diagnostics['cache-switch']({ given: describeJson(enabled) }, place);
  }
  if ((lifetime ?? null) !== null) yield* checkLifetime(lifetime, [...path, 'ExpireAfter']);
  else if (enabled === true) yield diagnostics['cache-without-end']({}, { path });
}

function* checkLifetime(lifetime: Json | undefined, path: Path): Iterable<Diagnostic> {
  if (looksLikeExpression(lifetime) || (typeof lifetime === 'string' && LIFETIME.test(lifetime))) return;
  yield diagnostics['cache-lifetime']({ given: describeJson(lifetime) }, { path });
}
