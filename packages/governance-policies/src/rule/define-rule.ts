import { z } from 'zod';
import type { GovernanceRule, RuleDeclaration, Subject } from './governance-rule.js';

const NO_OPTIONS = z.strictObject({});

/**
 * Declares a rule: its texts, what it speaks of, and what it says. Rules of teams are made with it too.
 *
 * @throws Error where the id is none, or where a profile is missing
 */
export function defineRule<S extends Subject, O extends z.ZodObject = typeof NO_OPTIONS>(
  declaration: RuleDeclaration<S, O>,
): GovernanceRule {
  const { subjects, judge, options, ...texts } = declaration;
  refuseWrongTexts(texts);
  return {
    ...texts,
    on: 'definition',
    options: options ?? NO_OPTIONS,
    check: function* (context, given, other) {
      // The engine reads options with this very schema, which the list of all rules cannot say.
      const read = given as z.output<O>;
      for (const subject of subjects(context, read)) {
        yield* other === undefined ? judge(subject, context, read) : other(subject);
      }
    },
  };
}

function refuseWrongTexts({ id, profiles }: Pick<GovernanceRule, 'id' | 'profiles'>): void {
  if (!/^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+$/.test(id))
    throw new Error(`"${id}" is no id of a rule; write it as ACME-NET-001`);
  if (Object.keys(profiles).length === 0) {
    throw new Error(`the rule ${id} belongs to no profile; give it one of baseline, regulated, cost`);
  }
}
