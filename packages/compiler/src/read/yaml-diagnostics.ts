import { defineDiagnostics } from '@millrace/schema';

/** Messages of the YAML reader; those that JSON shares are in schema. */
export const yamlDiagnostics = defineDiagnostics('syntax', {
  'invalid-yaml': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { problem: string }) => p.problem,
    help: (p: { help?: string | undefined }) => p.help,
    explanation:
      'The text is not YAML. Most often the indentation of a line does not fit the lines above it, a bracket or a quote is not closed, or a text with ": " or " #" in it lacks quotes.',
  },
  'open-quote': {
    severity: 'error',
    kind: 'blocking',
    message: () => 'this quote is not closed',
    help: () => 'add the closing quote; between single quotes, a quote itself is written twice',
    explanation:
      'A text in quotes goes on until the closing quote, over lines too, so that one missing quote takes everything that follows into the text.',
  },
  'unquoted-reference': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { written: string }) => `${p.written} is a map to YAML, not a text, because it has no quotes`,
    help: (p) => `quote it: ${JSON.stringify(p.written)}`,
    explanation:
      'In YAML, braces make maps: {{account}} without quotes is a map whose key is a map, and $' +
      '{…} breaks between { } or [ ]. Millrace reads references from texts, so put the whole text between double quotes.',
  },
  'too-many-values': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { atMost: number }) => `the document has more than ${p.atMost} words, signs and lines`,
    help: () => 'a pipeline has at most 50 steps: is this the right file?',
    explanation:
      'Every word, bracket, dash, colon, comma and line costs memory while a document is read. Documents with more than 500,000 of them are refused before they are parsed.',
  },
  'too-many-aliases': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { atMost: number }) => `the document uses more than ${p.atMost} aliases; this one is too many`,
    help: () => 'write some of the values out, or move what all steps share to "defaults:"',
    explanation: 'A document may use anchors (&name) through at most 100 aliases (*name).',
  },
  'too-much-repeated': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { name: string; atMost: number }) =>
      `the alias *${p.name} makes the document repeat more than ${p.atMost} values`,
    help: () => 'do not put aliases inside of what other aliases repeat',
    explanation:
      'Aliases inside anchored values multiply: a few lines can stand for billions of values. The values that aliases repeat are limited to 100,000.',
  },
  'unknown-anchor': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { name: string }) => `the alias *${p.name} names no anchor above it`,
    help: (p: { help?: string | undefined }) => p.help,
    explanation:
      'An alias (*name) repeats the value that an anchor (&name) marks earlier in the same document. A text that begins with * needs quotes.',
  },
  'recursive-alias': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { name: string }) => `the alias *${p.name} stands inside of its own anchor &${p.name}`,
    help: () => 'write the value out',
    explanation: 'A value that contains itself has no end, and no SageMaker definition can say it.',
  },
  tag: {
    severity: 'error',
    kind: 'blocking',
    message: (p: { tag: string }) => `the tag ${p.tag} has no meaning in a spec`,
    help: (p) =>
      p.tag === '!!str' ? 'remove it and quote the value' : 'remove it; a text that begins with ! needs quotes',
    explanation:
      'Tags (!name, !!name) let other programs run code or include files while YAML is read. A spec is plain data: texts, numbers, true and false, lists and maps.',
  },
  directive: {
    severity: 'error',
    kind: 'blocking',
    message: (p: { directive: string }) => `the directive ${p.directive} is not supported`,
    help: () => 'remove the line; specs are YAML 1.2',
    explanation: 'Lines that begin with % change how YAML is read. Only %YAML 1.2, which changes nothing, is allowed.',
  },
  'several-documents': {
    severity: 'error',
    kind: 'blocking',
    message: () => 'a second document begins here',
    help: () => 'one file holds one pipeline: remove "---", or move what follows to a file of its own',
    explanation: 'The line --- begins another document in the same file. Millrace reads one pipeline from one file.',
  },
  'merge-key': {
    severity: 'error',
    kind: 'blocking',
    message: () => 'the merge key << is not part of YAML 1.2',
    help: () => 'write the entries out, or move what steps share to "defaults:"; a key that is really << needs quotes',
    explanation:
      'YAML 1.1 merged maps with the key <<. YAML 1.2, which specs are written in, has no such key; to read it as an ordinary key would silently lose the entries.',
  },
  'key-is-no-text': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { kind: string }) => `${p.kind} stands where a key is expected`,
    help: () => 'keys are texts; quote a text that begins with {, [ or *',
    explanation: 'YAML allows maps, lists and aliases as keys. JSON, and so a SageMaker definition, knows only texts.',
  },
  'missing-key': {
    severity: 'error',
    kind: 'blocking',
    message: () => 'no key stands before ":"',
    help: () => 'write the key, or quote the text if ":" belongs to it',
    explanation: 'An entry of a map is a key, a colon and a value. An empty key must be written as "".',
  },
  'not-a-finite-number': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { written: string }) => `${p.written} is not a number that SageMaker knows`,
    help: (p) => `write a finite number, or quote it if a text is meant: "${p.written}"`,
    explanation:
      'YAML has infinities and "not a number"; JSON, and so a SageMaker definition, has not. Numbers beyond the range of a 64-bit float count as infinite.',
  },
  'control-character': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { code: number }) =>
      `the text has a control character here (U+${p.code.toString(16).toUpperCase().padStart(4, '0')})`,
    help: () => 'remove it; between double quotes it can be written as an escape such as "\\u0001"',
    explanation:
      'YAML allows no control characters but tabs and line breaks. They come in with binary files, or with text copied from a terminal.',
  },
});
