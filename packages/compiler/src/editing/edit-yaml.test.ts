import {
  applyJsonEdits,
  isJsonList,
  isJsonObject,
  type Json,
  type JsonEdit,
  type Path,
  sameJson,
  sequenceJsonEdits,
} from '@millrace/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Document, isCollection, isScalar, Scalar, visit } from 'yaml';
import { readSpec } from '../read/read-spec.js';
import { editYaml } from './edit-yaml.js';

const MESSY = `# head
projectName: 'churn'   # who
pipeline:
    parameters:
    - { name: MinAuc, defaultValue: 0.80 }   # least

    - name: Data
      type: String   # of text

    # Every step has this.
    defaults: &shared
        network: {enableNetworkIsolation: false,}  # later
        tags:

    steps:
    -   name: "Train"   # first
        type: Training
        training:
            script: >-
                a
                b

            subnets: [
                subnet-1,  # one
                subnet-2   # two
            ]
        # behind
    - name: Other
      like: *shared
      again: *shared`;

/** The text of MESSY after edits, with the lines that are new or changed alone. */
function changedLines(edits: readonly JsonEdit[], text = MESSY): readonly string[] {
  const edited = editYaml(text, edits);
  if (edited.text === undefined) return [`refused: ${edited.refused}`];
  const before = text.split('\n');
  const after = edited.text.split('\n');
  const kept = new Set(before);
  const gone = before.filter((line) => !after.includes(line)).map((line) => `-${line}`);
  return [...gone, ...after.filter((line) => !kept.has(line)).map((line) => `+${line}`)];
}

const STEP = ['pipeline', 'steps', 0];

describe('editYaml', () => {
  it('changes scalars in place, in their quotes', () => {
    expect(
      changedLines([
        { path: ['projectName'], value: "it's" },
        { path: [...STEP, 'name'], value: 'Learn' },
        { path: ['pipeline', 'parameters', 0, 'defaultValue'], value: 1 },
      ]),
    ).toEqual([
      "-projectName: 'churn'   # who",
      '-    - { name: MinAuc, defaultValue: 0.80 }   # least',
      '-    -   name: "Train"   # first',
      "+projectName: 'it''s'   # who",
      '+    - { name: MinAuc, defaultValue: 1 }   # least',
      '+    -   name: "Learn"   # first',
    ]);
  });

  it('adds entries behind the last one, with its indentation', () => {
    expect(
      changedLines([
        { path: [...STEP, 'kmsKeyArn'], value: 'arn:aws:kms:eu-west-1:111122223333:key/1' },
        { path: [...STEP, 'network', 'enableNetworkIsolation'], value: true },
        { path: [...STEP, 'training', 'maxRuntime'], value: '1d' },
        { path: ['pipeline', 'parameters', 1, 'enumValues'], value: ['no', 'a: b', '{{region}}'] },
        { path: ['pipeline', 'parameters', 0, 'type'], value: 'Float' },
      ]),
    ).toEqual([
      '-    - { name: MinAuc, defaultValue: 0.80 }   # least',
      '+    - { name: MinAuc, defaultValue: 0.80, type: Float }   # least',
      '+      enumValues: ["no", "a: b", "{{region}}"]',
      '+            maxRuntime: 1d',
      '+        kmsKeyArn: arn:aws:kms:eu-west-1:111122223333:key/1',
      '+        network:',
      '+            enableNetworkIsolation: true',
    ]);
  });

  it('adds to lists, in lines and in brackets', () => {
    expect(
      changedLines([
        { path: [...STEP, 'training', 'subnets', 2], value: 'subnet-3' },
        { path: ['pipeline', 'parameters', 2], value: { name: 'Third', type: 'String' } },
      ]),
    ).toEqual([
      '-                subnet-2   # two',
      '+    - name: Third',
      '+      type: String',
      '+                subnet-2,   # two',
      '+                subnet-3',
    ]);
  });

  it('removes entries with what stands behind them in the line, and keeps the comments of others', () => {
    expect(
      changedLines([
        { path: [...STEP, 'name'], remove: true },
        { path: [...STEP, 'training', 'subnets', 1], remove: true },
        { path: ['pipeline', 'parameters', 0], remove: true },
      ]),
    ).toEqual([
      '-    - { name: MinAuc, defaultValue: 0.80 }   # least',
      '-    -   name: "Train"   # first',
      '-        type: Training',
      '-                subnet-1,  # one',
      '-                subnet-2   # two',
      '+    -   type: Training',
      '+                subnet-1  # one',
    ]);
  });

  it('leaves empty brackets where the last entry or item goes', () => {
    const text = 'a:\n  b: # kept\n    c: 1\nd:\n- 1\n';
    const edits = [
      ['a', 'b', 'c'],
      ['d', 0],
    ].map((path) => ({ path, remove: true as const }));
    expect(editYaml(text, edits).text).toBe('a:\n  b: {} # kept\nd: []\n');
  });

  it('writes out what repeats an anchor, and does not edit what others repeat', () => {
    const isolation = ['network', 'enableNetworkIsolation'];
    expect(changedLines([{ path: ['pipeline', 'steps', 1, 'like', ...isolation], value: true }])).toEqual([
      '-      like: *shared',
      '+      like:',
      '+          network:',
      '+              enableNetworkIsolation: true',
      '+          tags: null',
    ]);
    expect(changedLines([{ path: ['pipeline', 'defaults', ...isolation], value: true }])).toEqual([
      'refused: "pipeline.defaults.network.enableNetworkIsolation" is repeated elsewhere by its anchor: write it out there first',
    ]);
  });

  it('keeps line ends, the mark before the text, and a last line without end', () => {
    const edits: readonly JsonEdit[] = [
      { path: ['b', 'c'], value: { d: 1 } },
      { path: ['e'], value: { f: ['x'.repeat(80)] } },
    ];
    expect(editYaml('\uFEFFa: 1\r\n\r\nb: {}', edits).text).toBe(
      `\uFEFFa: 1\r\n\r\nb: { c: { d: 1 } }\r\ne:\r\n  f:\r\n    - ${'x'.repeat(80)}`,
    );
  });

  it('edits specs in JSON', () => {
    const text = '{\n  "a": {"b": 1},\n  "c": [\n    1\n  ]\n}\n';
    const edits: readonly JsonEdit[] = [
      { path: ['a', 'd'], value: 'yes' },
      { path: ['c', 1], value: { e: 'x' } },
    ];
    expect(editYaml(text, edits).text).toBe(
      '{\n  "a": {"b": 1, "d": "yes"},\n  "c": [\n    1,\n    {"e": "x"}\n  ]\n}\n',
    );
  });
});

const KEYS = ['a', 'b', 'on', 'C d', '#'];
const text = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.constantFrom(
    'yes',
    '1.0',
    '- a',
    'a: b',
    'x #y',
    'multi\nline\n',
    ' padded ',
    "it's",
    's3://<bucket>/a',
    '*a',
    '',
  ),
);
const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(fc.integer(), fc.boolean(), fc.constant(null), text),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie('json'), { maxKeys: 3 }),
  ),
}));
const document = fc.dictionary(fc.constantFrom(...KEYS), json, { minKeys: 1 });
const path = fc.array(fc.oneof(fc.constantFrom(...KEYS), fc.nat(3)), { minLength: 1, maxLength: 4 });
const edit: fc.Arbitrary<JsonEdit> = fc.oneof(
  fc.record({ path, value: json }),
  path.map((each) => ({ path: each, remove: true as const })),
);
/** How a text is written. */
interface Style {
  readonly seed: number;
  readonly indent: number;
  readonly indentSeq: boolean;
  readonly lineEnd: string;
  readonly endsLine: boolean;
}
const style: fc.Arbitrary<Style> = fc.record({
  seed: fc.nat(),
  indent: fc.constantFrom(2, 3, 4),
  indentSeq: fc.boolean(),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  endsLine: fc.boolean(),
});

/** The value written by hand, as it were: comments, blank lines, quotes, brackets and lines in turns. */
function untidy(value: Json, { seed, indent, indentSeq, lineEnd, endsLine }: Style): string {
  let turn = seed;
  const take = (of: number) => {
    turn = (turn * 1103515245 + 12345) % 2147483648;
    return turn % of;
  };
  const yaml = new Document(value, { schema: 'core' });
  visit(yaml, {
    Node(_, node) {
      if (isCollection(node)) node.flow = take(4) === 0;
      if (isScalar(node) && typeof node.value === 'string')
        node.type =
          ([Scalar.PLAIN, Scalar.QUOTE_SINGLE, Scalar.QUOTE_DOUBLE, Scalar.PLAIN] as const)[take(4)] ?? Scalar.PLAIN;
      if (take(5) === 0 && isScalar(node)) node.comment = ' said';
      if (take(6) === 0) node.commentBefore = ' before';
      if (take(6) === 0) node.spaceBefore = true;
    },
  });
  const written = yaml.toString({ indent, indentSeq, lineWidth: 0 }).replaceAll('\n', lineEnd);
  return endsLine ? written : written.trimEnd();
}

/** The value, as a reader has it. */
function read(given: string): Json | undefined {
  return readSpec({ file: '', text: given }).value?.value;
}

/** The paths of all maps in a value. */
function* mapsIn(value: Json, at: Path = []): Generator<Path> {
  if (isJsonObject(value)) {
    yield at;
    for (const [key, member] of Object.entries(value)) yield* mapsIn(member, [...at, key]);
  } else if (isJsonList(value)) for (const [index, item] of value.entries()) yield* mapsIn(item, [...at, index]);
}

/** How many lines of a text are between those that it shares with another one at the beginning and at the end. */
function touchedLines(before: string, after: string): number {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const atStart = old.findIndex((line, index) => line !== now[index]);
  if (atStart === -1) return 0;
  const atEnd = old.toReversed().findIndex((line, index) => line !== now.at(-1 - index));
  return Math.max(0, old.length - atStart - atEnd);
}

describe('editYaml, of any text', () => {
  it('gives exactly the edited document or refuses, and refuses seldom', () => {
    const counts = { refused: 0, edited: 0 };
    fc.assert(
      fc.property(document, fc.array(edit, { minLength: 1, maxLength: 3 }), style, (value, edits, how) => {
        const given = untidy(value, how);
        const before = read(given);
        fc.pre(before !== undefined && sequenceJsonEdits(before, edits).length > 0);
        const wanted = applyJsonEdits(before, edits);
        fc.pre(!sameJson(wanted, {}));
        const { text: edited } = editYaml(given, edits);
        counts[edited === undefined ? 'refused' : 'edited'] += 1;
        if (edited !== undefined) expect(sameJson(read(edited), wanted)).toBe(true);
      }),
      { numRuns: 400 },
    );
    expect(counts.refused / counts.edited).toBeLessThan(0.03);
  }, 60_000);

  it('adds an entry to any map without touching another line', () => {
    fc.assert(
      fc.property(document, fc.nat(), style, (value, which, how) => {
        const given = untidy(value, how);
        const before = read(given);
        fc.pre(before !== undefined);
        const maps = [...mapsIn(before)];
        const { text: edited } = editYaml(given, [{ path: [...(maps[which % maps.length] ?? []), 'new'], value: 1 }]);
        // In brackets the entry shares a line; a text that does not end its last line gets a line end there.
        expect(touchedLines(given, edited ?? '')).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});
