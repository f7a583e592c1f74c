type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A template as CloudFormation receives it. */
export interface Template {
  readonly Parameters?: Readonly<Record<string, { readonly Type: string; readonly Default?: string }>>;
  readonly Mappings?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;
  readonly Resources?: Readonly<Record<string, { readonly Type: string; readonly Properties?: Json }>>;
}

/** What the parameters of a template that only the account knows are. */
export const PSEUDO_PARAMETERS: Readonly<Record<string, string>> = {
  'AWS::Partition': 'aws-cn',
  'AWS::Region': 'cn-north-1',
  'AWS::AccountId': '123456789012',
  'AWS::URLSuffix': 'amazonaws.com.cn',
  'AWS::StackName': 'Stack',
  'AWS::StackId': 'arn:aws-cn:cloudformation:cn-north-1:123456789012:stack/Stack/1',
};

/** The value that a parameter of the Systems Manager has in tests. */
export function valueOfSsm(path: string): string {
  return `value-of-${path}`;
}

/** The value that an attribute of a resource has in tests. */
export function valueOfAttribute(id: string, attribute: string): string {
  return `${id}-${attribute}`;
}

type Functions = Readonly<Record<string, (given: Json) => Json>>;

/**
 * Evaluates the intrinsic functions of a template as CloudFormation does; throws on one that it does not know, and on
 * `Fn::Sub` over anything but a name of the CDK itself: it would change what authors wrote.
 */
export function evaluateTemplate(template: Template): (value: Json) => Json {
  const functions: Functions = {
    Ref: (name) => reference(template, String(name)),
    'Fn::GetAtt': (given) => valueOfAttribute(...pair(given)),
    'Fn::ImportValue': (name) => `import-${name}-0,import-${name}-1`,
    'Fn::Split': (given) => {
      const [delimiter, text] = list(given);
      return String(evaluate(text)).split(String(delimiter));
    },
    'Fn::Select': (given) => {
      const [index, items] = list(given);
      return list(evaluate(items))[Number(index)] ?? null;
    },
    'Fn::Join': (given) => {
      const [delimiter, items] = list(given);
      return list(evaluate(items)).map(String).join(String(delimiter));
    },
    'Fn::Sub': (text) => bucketOfAssets(text),
    'Fn::FindInMap': (given) => {
      const [map, first, second] = list(evaluate(given)).map(String);
      return template.Mappings?.[map ?? '']?.[first ?? '']?.[second ?? ''] ?? `image-in-${first}`;
    },
  };
  const evaluate = (value: Json | undefined): Json => evaluateValue(value ?? null, functions, evaluate);
  return evaluate;
}

function evaluateValue(value: Json, functions: Functions, evaluate: (value: Json) => Json): Json {
  if (Array.isArray(value)) return value.map(evaluate);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [[name, given] = ['', null]] = entries;
  const apply = functions[name];
  if (entries.length === 1 && apply !== undefined) return apply(given);
  if (entries.length === 1 && name.startsWith('Fn::')) throw new Error(`${name} is not expected in a template`);
  return Object.fromEntries(entries.map(([key, member]) => [key, evaluate(member)]));
}

/** The CDK names the bucket of its own assets by Fn::Sub; no text of an author may stand in one. */
function bucketOfAssets(text: Json): string {
  if (text !== CDK_ASSETS) throw new Error(`Fn::Sub is not expected in a template: ${JSON.stringify(text)}`);
  return 'cdk-assets';
}

const CDK_ASSETS = `cdk-hnb659fds-assets-\${AWS::AccountId}-\${AWS::Region}`;

function reference({ Parameters = {} }: Template, name: string): string {
  const parameter = Parameters[name];
  if (parameter?.Type.startsWith('AWS::SSM::Parameter::Value')) return valueOfSsm(parameter.Default ?? '');
  return PSEUDO_PARAMETERS[name] ?? parameter?.Default ?? `ref-${name}`;
}

function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function pair(value: Json): [string, string] {
  const [id, attribute] = typeof value === 'string' ? value.split('.') : list(value).map(String);
  return [id ?? '', attribute ?? ''];
}
