import { defineDiagnostics } from '@millrace/schema';

/** Messages about packs of rules. */
export const packDiagnostics = defineDiagnostics('policy', {
  'unknown-pack': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { name: string; folder: string }) => `there is no pack "${p.name}" to be found from ${p.folder}`,
    help: (p) =>
      /^\.{0,2}\//.test(p.name)
        ? 'paths are relative to the folder of the project config: name the JavaScript file that exports the rules'
        : `npm install --save-dev ${p.name}; a file of the project is written with ./ before it`,
    explanation:
      'A pack is an npm package, or a JavaScript file, that exports governance rules made with `defineRule`. "packs:" of the project config and --pack name it; packages are looked for in node_modules, upwards from the folder of the project config, as Node.js does.',
  },
  'pack-not-loaded': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { name: string; problem: string }) => `the pack "${p.name}" cannot be loaded: ${p.problem}`,
    help: (p: { help?: string | undefined }) => p.help,
    explanation:
      'A pack is loaded as Node.js loads any module, and its code runs. What it throws then is shown: a dependency that is not installed, a syntax error, a rule that `defineRule` refuses. TypeScript has to be compiled first where Node.js does not run it by itself (it does from 22.18 on).',
  },
  'no-pack': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { name: string; problem: string }) => `"${p.name}" is no pack of rules: ${p.problem}`,
    help: () => 'export the rules as a list: `export const rules = [defineRule({ … })]`, or as the default export',
    explanation:
      'A pack exports a list of rules, as `rules` or as its default export. Each of them is made with `defineRule` of @millrace/governance-policies, which checks that it has an id, its texts and a profile.',
  },
  'rule-failed': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { id: string; name: string; problem: string }) =>
      `the rule ${p.id} of the pack "${p.name}" failed: ${p.problem}`,
    help: (p) => `tell whoever maintains the pack; until then switch it off: governance: { rules: { ${p.id}: off } }`,
    explanation:
      'A rule of a pack has thrown an error, mostly because it expects something in a definition that need not be there. A rule has to take every definition: what is missing is undefined, and every value may be an expression.',
  },
  'duplicate-rule': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { id: string; first: string; second: string }) =>
      `the rule ${p.id} is there twice, in ${p.first} and in ${p.second}`,
    help: () => 'give the rules of a team a prefix of their own, such as ACME-NET-001, and name each pack once',
    explanation:
      'Severities, options and exceptions name a rule by its id, so an id belongs to one rule. MR- is the prefix of the rules of Millrace.',
  },
});
