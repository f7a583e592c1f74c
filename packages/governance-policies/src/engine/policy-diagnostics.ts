import { defineDiagnostics, suggest } from '@millrace/schema';

/** Messages about what a project says of the rules. */
export const policyDiagnostics = defineDiagnostics('policy', {
  'unknown-rule': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { id: string; known: readonly string[] }) => `there is no governance rule "${p.id}"`,
    help: (p) => suggest(p.id, p.known),
    explanation:
      'The settings below "governance:" of the project config name rules by their id, as MR-NET-001. A misspelt id would silently leave the rule as it is, so it is an error. docs/reference/governance/RULES.md lists all rules of Millrace; rules of packs are known where the pack is listed.',
  },
  'bad-option': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { id: string; problem: string; known: readonly string[] }) => `the options of ${p.id}: ${p.problem}`,
    help: (p) =>
      p.known.length === 0
        ? 'this rule has no options; only its severity can be set'
        : `options of ${p.id}: ${p.known.join(', ')}`,
    explanation:
      'Beside its severity a rule may have options, such as the registries that images may come from. They are listed with the rule in docs/reference/governance/RULES.md. Unknown options and values of another kind are errors.',
  },
});
