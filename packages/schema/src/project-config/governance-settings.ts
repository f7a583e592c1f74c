import { z } from 'zod';
import { suggest } from '../diagnostics/did-you-mean.js';
import { isJsonObject, type Json, type JsonObject, objectFromEntries } from '../source/json.js';
import { oneOrMore, strictMap } from './strict-map.js';

/** The sets of governance rules: `regulated` adds to `baseline`, `cost` stands alone. */
export const GOVERNANCE_PROFILES = ['baseline', 'regulated', 'cost'] as const;

/** A set of governance rules. */
export type GovernanceProfile = (typeof GOVERNANCE_PROFILES)[number];

/** How loud a rule may be made; `off` takes it out. */
export const RULE_VOLUMES = ['off', 'info', 'warning', 'error'] as const;

/** How loud a rule is. */
export type RuleVolume = (typeof RULE_VOLUMES)[number];

/** What a project says of a rule. */
export interface RuleSetting {
  /** Absent: as the profile has it. */
  readonly severity?: RuleVolume;
  /** The options of the rule, as they were written; the rule says which it has. */
  readonly options: JsonObject;
}

const ruleId = z.string().regex(/^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+$/, {
  error: ({ input }) => `"${String(input)}" is no id of a rule; write it as MR-NET-001`,
});

/** `off`, a severity, or a map with the severity and the rule's own options. */
const ruleSetting = z
  .unknown()
  .meta({
    anyOf: [{ enum: RULE_VOLUMES }, { type: 'object', properties: { severity: { enum: RULE_VOLUMES } } }],
  })
  .transform((given, context): RuleSetting => {
    // What a project config holds was read from YAML; zod calls it unknown.
    const { severity, ...options } = isJsonObject(given as Json) ? (given as JsonObject) : { severity: given as Json };
    const volume = RULE_VOLUMES.find((each) => each === severity);
    if (volume === undefined && severity !== undefined) {
      const advice = suggest(String(severity), RULE_VOLUMES);
      context.addIssue({ code: 'custom', message: `expected a severity; ${advice}` });
      return z.NEVER;
    }
    return { ...(volume !== undefined && { severity: volume }), options: objectFromEntries(Object.entries(options)) };
  });

/** What a project, or one of its environments, says of the governance rules. */
export const governanceSettings = strictMap({
  profiles: oneOrMore(z.enum(GOVERNANCE_PROFILES, { error: 'expected baseline, regulated or cost' }), 3)
    .optional()
    .describe('The sets of rules that hold: baseline, regulated (which adds to it), cost. Baseline without it.'),
  rules: z
    .record(ruleId, ruleSetting, { error: 'expected a map of rules' })
    .optional()
    .describe('By the id of a rule: off, info, warning, error, or a map of severity and the options of the rule.'),
});

/** Settings of the governance rules as they were read. */
export type GovernanceSettings = z.infer<typeof governanceSettings>;
