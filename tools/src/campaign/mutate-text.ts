import fc from 'fast-check';

/** Pieces that mean something to YAML or to Millrace. */
const PIECES = [
  ...['{', '}', '[', ']', ':', '- ', '\n', '\t', '  ', '"', "'", '#', '&a ', '*a', '<<: *a', '!!binary ', '|', '>'],
  ...['---\n', '...', '? ', '%YAML 1.1\n', '{{account}}', `\${parameters.X}`, `$\${`, '\u0000', '\ufeff', '\r', 'é😀'],
  ...['__proto__: x', 'Steps: []', '[['.repeat(80), '- '.repeat(150), '{a: '.repeat(120)],
];

type TextMutation = (text: string, at: number, length: number) => string;

const arbitraryMutation: fc.Arbitrary<TextMutation> = fc.oneof(
  fc.constant<TextMutation>((text, at, length) => text.slice(0, at) + text.slice(at + length)),
  fc.constant<TextMutation>((text, at, length) => text.slice(0, at) + text.slice(at, at + length) + text.slice(at)),
  fc.constant<TextMutation>((text, at) => text.slice(0, at)),
  fc.constantFrom(...PIECES).map(
    (piece): TextMutation =>
      (text, at) =>
        text.slice(0, at) + piece + text.slice(at),
  ),
  fc.string({ unit: 'binary', maxLength: 6 }).map(
    (piece): TextMutation =>
      (text, at, length) =>
        text.slice(0, at) + piece + text.slice(at + length),
  ),
);

/** A text with some of its characters removed, doubled or replaced. */
export function mutatedText(base: string): fc.Arbitrary<string> {
  const change = fc.record({ at: fc.nat(base.length), length: fc.nat(40), mutate: arbitraryMutation });
  return fc
    .array(change, { minLength: 1, maxLength: 4 })
    .map((changes) => changes.reduce((text, { at, length, mutate }) => mutate(text, at, length), base));
}
