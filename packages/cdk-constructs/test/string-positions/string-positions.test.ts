import { Aws, Fn, Lazy, Token } from 'aws-cdk-lib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { PipelineSource } from '../../src/index.js';
import { deployTexts } from './deploy-texts.js';
import { PSEUDO_PARAMETERS, valueOfAttribute, valueOfSsm } from './evaluate-template.js';
import { type Position, replaceText, type SpecWithTexts, specsWithTexts, textAt } from './string-positions.js';

/** A part of a text as it is written in a spec, and what it is meant to be after deployment. */
interface Part {
  readonly written: string;
  readonly meant: string;
}

const GREETING = `context "quoted" \\ \${x}`;
const LAZY = `say "hi" \\ \n \${AWS::Region}`;
const ACCOUNT = PSEUDO_PARAMETERS['AWS::AccountId'];

const tokens: readonly Part[] = [
  { written: Aws.REGION, meant: PSEUDO_PARAMETERS['AWS::Region'] ?? '' },
  { written: Fn.getAtt('Other', 'Arn').toString(), meant: valueOfAttribute('Other', 'Arn') },
  { written: Token.asString({ Ref: 'Thing' }), meant: 'ref-Thing' },
  { written: Fn.join('-', ['"a"', Aws.ACCOUNT_ID, '\\']), meant: `"a"-${ACCOUNT}-\\` },
  { written: Fn.select(1, Fn.split(',', Fn.importValue('L'), 2)), meant: 'import-L-1' },
  { written: Lazy.string({ produce: () => LAZY }), meant: LAZY },
  { written: '{{region}}', meant: PSEUDO_PARAMETERS['AWS::Region'] ?? '' },
];
const literals: readonly Part[] = [
  { written: `$\${AWS::Region}`, meant: `\${AWS::Region}` },
  { written: `$\${x}`, meant: `\${x}` },
  { written: 'a"b\\c', meant: 'a"b\\c' },
];
/** Known before deployment but not to the compiler: alone, a construct may refuse it as a name. */
const context: Part = { written: '{{context:greeting}}', meant: GREETING };
const parameter: Part = { written: 'ssm:/net/x', meant: valueOfSsm('/net/x') };

/** Texts that an author may write in a place. */
type Form = 'a value of the deployment alone' | 'parts of both kinds' | 'literals';

function textsOf(form: Form, original: string): fc.Arbitrary<Part> {
  const after = (parts: readonly Part[]): Part => ({
    written: original + parts.map(({ written }) => written).join(''),
    meant: original + parts.map(({ meant }) => meant).join(''),
  });
  const token = fc.constantFrom(...tokens);
  const literal = fc.constantFrom(...literals);
  if (form === 'a value of the deployment alone') return fc.constantFrom(...tokens, parameter);
  if (form === 'literals') return fc.array(literal, { minLength: 1, maxLength: 3 }).map(after);
  return fc
    .tuple(token, fc.array(fc.oneof(token, literal, fc.constant(context)), { maxLength: 3 }))
    .map(([one, rest]) => after([one, ...rest]));
}

// Without this, a change that makes every place refuse would pass.
let found = 0;
afterAll(() => expect(found).toBeGreaterThan(90));

describe.each(specsWithTexts)('texts of $name', (given) => {
  it('come out as they are meant, wherever they stand', { timeout: 120_000 }, async () => {
    const places = await takingPlaces(given);
    found += places.length;
    const written = fc.tuple(...places.map(({ parts }) => parts));
    await fc.assert(
      fc.asyncProperty(written, async (texts) => {
        const spec = texts.reduce(
          (all, { written }, at) => replaceText(all, places[at]?.position ?? [], written),
          given.spec,
        );
        const source = await PipelineSource.fromSpec(spec);
        const deployed = deployTexts(source, { greeting: GREETING });
        expect(deployed.forbidden).toEqual([]);
        const lost = texts.filter(({ meant }) => !deployed.texts.some((text) => text.includes(meant)));
        expect(lost).toEqual([]);
      }),
      { numRuns: 5 },
    );
  });
});

interface Place {
  readonly position: Position;
  readonly parts: fc.Arbitrary<Part>;
}

/** Places that take more than literals of a form; the others refuse with a diagnostic. */
async function takingPlaces({ spec, positions }: SpecWithTexts): Promise<readonly Place[]> {
  const places: Place[] = [];
  for (const position of positions) {
    // The bucket of the deployment would be a value of its own.
    const original = textAt(spec, position).replace('<default_bucket>', 'inputs');
    const forms = await takenForms((text) => replaceText(spec, position, text), original);
    if (forms.length > 0) places.push({ position, parts: fc.oneof(...forms.map((form) => textsOf(form, original))) });
  }
  return places;
}

async function takenForms(withText: (text: string) => object, original: string): Promise<readonly Form[]> {
  const [token = parameter] = tokens;
  const everything = [token, ...literals].map(({ written }) => written).join('');
  const samples: Readonly<Record<Form, string>> = {
    'a value of the deployment alone': parameter.written,
    'parts of both kinds': original + everything,
    literals: original + everything.slice(token.written.length),
  };
  const forms: Form[] = [];
  for (const [form, sample] of Object.entries(samples)) if (await isTaken(withText(sample))) forms.push(form as Form);
  return forms;
}

async function isTaken(spec: object): Promise<boolean> {
  try {
    await PipelineSource.fromSpec(spec);
    return true;
  } catch (error) {
    expect(error).toMatchObject({
      message: expect.stringMatching(/^spec cannot be deployed:\n.*error [a-z]+\/[a-z-]+ /),
    });
    return false;
  }
}
