import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';

/** JSON whose references are texts: `<Bucket>`, `<Key.Arn>`, `arn:<AWS::Partition>:…`. */
export type Flat = string | number | boolean | null | readonly Flat[] | { readonly [key: string]: Flat };

/** A statement of a policy; lists of one are lists. */
export interface DeployedStatement {
  readonly sid: string;
  readonly effect: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly principals: readonly string[];
  readonly condition: Flat;
}

interface Resource {
  readonly id: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, Flat>>;
}

/** A template as far as the claims of the seed speak of it. */
export class DeployedTemplate {
  readonly #resources: readonly Resource[];

  constructor(stack: Stack) {
    // The CDK's own form of a template.
    const { Resources: all = {} } = Template.fromStack(stack).toJSON() as Record<string, Record<string, object>>;
    this.#resources = Object.entries(all).map(([id, resource]) => {
      const { Type: type, Properties: properties = {} } = flatten(resource) as { Type: string; Properties?: object };
      return { id, type, properties: properties as Resource['properties'] };
    });
  }

  /** The one resource of a type whose id matches. */
  one(type: string, id = /./): Resource {
    const found = this.#resources.filter((each) => each.type === type && id.test(each.id));
    const [first] = found;
    if (first === undefined || found.length > 1) throw new Error(`${found.length} resources of ${type}`);
    return first;
  }

  all(type: string): readonly Resource[] {
    return this.#resources.filter((each) => each.type === type);
  }

  /** The statements of a policy document that a resource holds. */
  statements(resource: Resource, property: string): readonly DeployedStatement[] {
    const document = resource.properties[property] as { Statement: readonly Readonly<Record<string, Flat>>[] };
    return document.Statement.map((each) => ({
      sid: String(each['Sid'] ?? ''),
      effect: String(each['Effect']),
      actions: texts(each['Action']),
      resources: texts(each['Resource']),
      principals: texts(Object.values((each['Principal'] ?? {}) as object).flat() as Flat),
      condition: each['Condition'] ?? null,
    }));
  }

  /** What the role of the pipeline, or that of its jobs, may do. */
  roleStatements(role: 'PipelineRole' | 'JobRole'): readonly DeployedStatement[] {
    return this.statements(this.one('AWS::IAM::ManagedPolicy', new RegExp(`${role}Policy`)), 'PolicyDocument');
  }

  /** The definition that SageMaker is given. */
  get definition(): Flat {
    const { PipelineDefinition: body } = this.one('AWS::SageMaker::Pipeline').properties;
    return JSON.parse((body as { PipelineDefinitionBody: string }).PipelineDefinitionBody);
  }

  /** The arguments of a step, at any depth. */
  step(name: string): Readonly<Record<string, Flat>> {
    const [found] = [...objectsIn(this.definition)].filter((each) => each['Name'] === name && 'Arguments' in each);
    return found?.['Arguments'] as Readonly<Record<string, Flat>>;
  }
}

/** What refers to other resources, as a text; everything else as it is. */
function flatten(value: unknown): Flat {
  // Only JSON comes here.
  if (typeof value !== 'object' || value === null) return value as Flat;
  if (Array.isArray(value)) return value.map(flatten);
  if ('Ref' in value) return `<${value.Ref}>`;
  if ('Fn::GetAtt' in value) return `<${texts(flatten(value['Fn::GetAtt'])).join('.')}>`;
  if ('Fn::Join' in value) {
    const [, parts] = value['Fn::Join'] as [string, unknown];
    return texts(flatten(parts)).join('');
  }
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, flatten(each)]));
}

function texts(value: Flat | undefined): readonly string[] {
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}

function* objectsIn(value: Flat): Generator<Readonly<Record<string, Flat>>> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Readonly<Record<string, Flat>>;
  for (const each of Object.values(value)) yield* objectsIn(each);
}
