import { didYouMean, suggest } from '@millrace/schema';

/** What is wrong with the rule of an exception, and what to write. */
export interface WrongRule {
  readonly problem: string;
  readonly advice: string | undefined;
}

/** The packs that cdk-nag 3 ships. */
const NAG_PACKS = ['AwsSolutions', 'HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321', 'Serverless'];

/** A rule of a pack of cdk-nag: the pack, if need be before `::`, the rule, and the finding in brackets. */
const NAG_RULE = /^(?:(?<pack>[\w.]+)::)?(?<prefix>[A-Za-z][\w.]*)(?:-[\w.]+)+(?:\[.+\])?$/s;

/** What `defineRule` takes as an id. */
const OWN_FORM = /^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+$/;

/** Undefined where the rule is one of the given, or can be one of a pack of cdk-nag. */
export function wrongRule(rule: string, known: readonly string[]): WrongRule | undefined {
  if (known.includes(rule)) return undefined;
  const { pack, prefix = '' } = NAG_RULE.exec(rule)?.groups ?? {};
  const bare = rule.replace(/^[\w.]+::/, '').replace(/\[.*$/s, '');
  if (known.includes(bare))
    return { problem: 'is not how an exception names a rule', advice: `write rule: ${bare}, and the step in the path` };
  if (prefix === '')
    return { problem: 'is no id of a rule', advice: 'write it as MR-NET-003 or AwsSolutions-IAM5[Resource::*]' };
  if (NAG_PACKS.includes(prefix) || (pack !== undefined && !isOurs(prefix, known))) return undefined;
  if (OWN_FORM.test(bare) || isOurs(prefix, known))
    return { problem: 'is no rule of Millrace, nor of the packs of the project', advice: suggest(bare, known) };
  const meant = didYouMean(prefix, NAG_PACKS);
  return meant === undefined
    ? undefined
    : { problem: 'is of no pack of cdk-nag', advice: `did you mean "${meant}-…"?` };
}

function isOurs(prefix: string, known: readonly string[]): boolean {
  return known.some((id) => id.startsWith(`${prefix.toUpperCase()}-`));
}
