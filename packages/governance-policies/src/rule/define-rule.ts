import { z } from 'zod';
import type { GovernanceRule, RuleCheck, RuleDeclaration, RuleHalf, RuleTarget, Subject } from './governance-rule.js';

const NO_OPTIONS = z.strictObject({});

/**
 * Declares a rule: its texts, what it speaks of, and what it says. Rules of teams are made with it too.
 *
 * @throws Error where the id is none, where a profile is missing, or where it looks at nothing
 */
export function defineRule<S extends Subject, O extends z.ZodObject = typeof NO_OPTIONS, T extends Subject = Subject>(
  declaration: RuleDeclaration<S, O, T>,
): GovernanceRule {
  const { subjects, judge, template, options, ...texts } = declaration;
  const definition = subjects && judge && { subjects, judge };
  const on: readonly RuleTarget[] = [
    ...(definition === undefined ? [] : ['definition' as const]),
    ...(template === undefined ? [] : ['template' as const]),
  ];
  refuseWrongTexts({ ...texts, on });
  return { ...texts, on, options: options ?? NO_OPTIONS, check: checkOf(definition), checkTemplate: checkOf(template) };
}

function checkOf<C, S extends Subject, O extends z.ZodObject>(half: RuleHalf<C, S, O> | undefined): RuleCheck<C> {
  return function* (context, given, other) {
    if (half === undefined) return;
    // The engine reads options with the schema of this very rule, which the list of all rules cannot say.
    const read = given as z.output<O>;
    for (const subject of half.subjects(context, read)) {
      yield* other === undefined ? half.judge(subject, context, read) : other(subject);
    }
  };
}

function refuseWrongTexts({ id, profiles, on }: Pick<GovernanceRule, 'id' | 'profiles' | 'on'>): void {
  if (!/^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+$/.test(id))
    throw new Error(`"${id}" is no id of a rule; write it as ACME-NET-001`);
  if (Object.keys(profiles).length === 0) {
    throw new Error(`the rule ${id} belongs to no profile; give it one of baseline, regulated, cost`);
  }
  if (on.length === 0) {
    throw new Error(`the rule ${id} looks at nothing; give it subjects and judge, or template`);
  }
}
