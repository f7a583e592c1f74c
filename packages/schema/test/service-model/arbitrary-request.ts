import fc from 'fast-check';
import type { DemandedForm, ServiceModel, ServiceShape, StringShape } from '../../src/service-model/service-model.js';
import type { PlainJson } from '../../src/source/json.js';

/** Legal values of a shape, made from the model itself; `depth` levels deep with optional members, below without. */
export function arbitraryOf(model: ServiceModel, name: string, depth: number): fc.Arbitrary<PlainJson> {
  const shape = shapeOf(model, name);
  switch (shape.type) {
    case 'structure':
      return arbitraryStructure(model, shape, depth);
    case 'list': {
      const { min = 0, max = Infinity } = shape;
      return fc.array(arbitraryOf(model, shape.member, depth - 1), {
        minLength: min,
        maxLength: Math.min(max, min + 1),
      });
    }
    case 'map': {
      const key = arbitraryText(keyShapeOf(model, shape.key));
      return fc.dictionary(key, arbitraryOf(model, shape.value, depth - 1), { minKeys: shape.min ?? 0, maxKeys: 1 });
    }
    case 'string':
      return arbitraryText(shape);
    case 'boolean':
      return fc.boolean();
    default:
      return arbitraryNumber(shape);
  }
}

type Structure = Extract<ServiceShape, { type: 'structure' }>;
type Numeric = Extract<ServiceShape, { type: 'integer' | 'float' }>;

function arbitraryStructure(model: ServiceModel, shape: Structure, depth: number): fc.Arbitrary<PlainJson> {
  const required = [...(shape.required ?? []), ...Object.keys(shape.expected ?? {})];
  const names = depth > 0 ? Object.keys(shape.members) : required;
  const members = names.map((name) => {
    const plain = arbitraryOf(model, shape.members[name] ?? '', depth - 1);
    return [name, demanded(shape.forms?.[name]?.form, plain)] as const;
  });
  return fc.record(Object.fromEntries(members), { requiredKeys: required });
}

function demanded(form: DemandedForm['form'] | undefined, plain: fc.Arbitrary<PlainJson>): fc.Arbitrary<PlainJson> {
  if (form === 'parameter') return fc.constant({ Get: 'Parameters.P' });
  return form === 'decimal' ? plain.map((value) => (Number.isInteger(value) ? Number(value) + 0.5 : value)) : plain;
}

function arbitraryNumber({ type, min = -1000, max = 1_000_000 }: Numeric): fc.Arbitrary<number> {
  return type === 'integer' ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true });
}

/** One text of each kind that SageMaker's patterns ask for. */
const TEXTS = [
  'a',
  'name-1',
  '1',
  'Word',
  '9K',
  '1.0.0',
  '/opt/ml/processing/input',
  's3://bucket/key',
  'application/json',
  'fs-0123abcd',
  `sha256:${'0a'.repeat(32)}`,
  'arn:aws:iam::123456789012:role/Jobs',
  'arn:aws:lambda:us-east-1:123456789012:function:f',
  ...['model', 'model-package/p/1', 'model-package-group/g', 'mlflow-app/a', 'training-plan/t', 'action/a'].map(
    (resource) => `arn:aws:sagemaker:us-east-1:123456789012:${resource}${resource === 'model' ? '/m' : ''}`,
  ),
  ...['DataSet', 'Model'].map((kind) => `arn:aws:sagemaker:us-east-1:aws:hub-content/hub/${kind}/content`),
  'mig-1g.5gb',
  '20 GB',
  'standard',
  'https://aps-workspaces.us-east-1.amazonaws.com/workspaces/w/api/v1/remote_write',
  '123456789012.dkr.ecr.us-east-1.amazonaws.com/image:1',
  'arn:aws:sns:us-east-1:123456789012:topic',
  'arn:aws:sso:::instance/ssoins-0123456789abcdef',
  'arn:aws:bedrock:us-east-1:123456789012:custom-model/imported/0123456789ab',
  'arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000',
  'a sentence of more than thirty-two characters',
];

function arbitraryText(shape: StringShape): fc.Arbitrary<string> {
  if (shape.enum !== undefined) return fc.constantFrom(...shape.enum);
  const legal = TEXTS.filter((text) => isLegal(text, shape));
  if (legal.length === 0) throw new Error(`no sample text is legal for ${JSON.stringify(shape)}; add one to TEXTS`);
  return fc.constantFrom(...legal);
}

// Written apart from the validator on purpose: the law is that the two agree.
function isLegal(text: string, { pattern = '[^]*', min = 0, max = Infinity }: StringShape): boolean {
  return text.length >= min && text.length <= max && new RegExp(pattern, 'u').exec(text)?.[0] === text;
}

function shapeOf(model: ServiceModel, name: string): ServiceShape {
  const shape = model.shapes[name];
  if (shape === undefined) throw new Error(`no shape ${name}`);
  return shape;
}

function keyShapeOf(model: ServiceModel, name: string): StringShape {
  const shape = shapeOf(model, name);
  if (shape.type !== 'string') throw new Error(`${name} is no text`);
  return shape;
}
