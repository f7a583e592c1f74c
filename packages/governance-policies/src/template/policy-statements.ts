import { isJsonObject, type Json, type Path } from '@millrace/schema';
import { asIntrinsic } from './intrinsic.js';
import { placedValues } from './placed-values.js';
import type { PolicyKind, PolicyStatement } from './policy-statement.js';
import { statementsIn } from './read-statement.js';
import { readSymbolicJson } from './read-symbolic-json.js';
import { resourcesByName } from './resources-by-name.js';
import type { TemplateContext } from './template-context.js';
import type { TemplateResource } from './template-resource.js';

/** Where a type of resources has a policy. */
interface PolicyPlace {
  readonly member: string;
  readonly kind: PolicyKind;
  /** The member that names those whose policy it is; absent where it is the resource's own. */
  readonly of?: string;
}

const OF_ROLES: PolicyPlace = { member: 'PolicyDocument', kind: 'identity', of: 'Roles' };

/** The policies that templates write down; the types and members are those of the CloudFormation resource reference. */
const POLICY_PLACES: Readonly<Record<string, readonly PolicyPlace[]>> = {
  'AWS::IAM::Role': [
    { member: 'AssumeRolePolicyDocument', kind: 'trust' },
    { member: 'Policies', kind: 'identity' },
  ],
  'AWS::IAM::User': [{ member: 'Policies', kind: 'identity' }],
  'AWS::IAM::Group': [{ member: 'Policies', kind: 'identity' }],
  'AWS::IAM::Policy': [OF_ROLES],
  'AWS::IAM::ManagedPolicy': [OF_ROLES],
  'AWS::IAM::RolePolicy': [{ ...OF_ROLES, of: 'RoleName' }],
  'AWS::IAM::UserPolicy': [{ ...OF_ROLES, of: 'UserName' }],
  'AWS::IAM::GroupPolicy': [{ ...OF_ROLES, of: 'GroupName' }],
  'AWS::S3::BucketPolicy': [{ member: 'PolicyDocument', kind: 'resource', of: 'Bucket' }],
  'AWS::KMS::Key': [{ member: 'KeyPolicy', kind: 'resource' }],
  'AWS::KMS::ReplicaKey': [{ member: 'KeyPolicy', kind: 'resource' }],
  'AWS::SQS::QueuePolicy': [{ member: 'PolicyDocument', kind: 'resource', of: 'Queues' }],
  'AWS::SQS::QueueInlinePolicy': [{ member: 'PolicyDocument', kind: 'resource', of: 'Queue' }],
  'AWS::SNS::TopicPolicy': [{ member: 'PolicyDocument', kind: 'resource', of: 'Topics' }],
  'AWS::SNS::TopicInlinePolicy': [{ member: 'PolicyDocument', kind: 'resource', of: 'TopicArn' }],
  'AWS::ECR::Repository': [{ member: 'RepositoryPolicyText', kind: 'resource' }],
  'AWS::SageMaker::ModelPackageGroup': [{ member: 'ModelPackageGroupPolicy', kind: 'resource' }],
};

/** All statements of all policies of a template, in its order. */
export function policyStatements(context: TemplateContext): readonly PolicyStatement[] {
  return context.once(collect);
}

function collect(context: TemplateContext): readonly PolicyStatement[] {
  return context.resources.flatMap((holder) => {
    const places = Object.hasOwn(POLICY_PLACES, holder.type) ? (POLICY_PLACES[holder.type] ?? []) : [];
    return places.flatMap((place) => {
      const owners = ownersOf(holder, place, context);
      return documentsOf(holder, place.member).flatMap(({ document, path }) =>
        statementsIn(parsed(document, context), path).map((content) => ({
          ...content,
          kind: place.kind,
          holder,
          owners,
        })),
      );
    });
  });
}

/** A policy may be written as text, too, as the APIs take it. */
function parsed(document: Json | undefined, { symbols }: TemplateContext): Json | undefined {
  const name = asIntrinsic(document)?.name;
  if (document === undefined || !(typeof document === 'string' || name === 'Fn::Join' || name === 'Fn::Sub'))
    return document;
  return readSymbolicJson(symbols.symbolic(document), 'policy').value?.value;
}

interface PlacedDocument {
  readonly document: Json | undefined;
  readonly path: Path;
}

/** The document, or those of inline policies, which have names beside them. */
function documentsOf({ properties, path }: TemplateResource, member: string): readonly PlacedDocument[] {
  const at = [...path, 'Properties', member];
  if (member !== 'Policies') return [{ document: properties[member], path: at }];
  return placedValues(properties[member], at).map(({ value, path: place }) => ({
    document: isJsonObject(value) ? value['PolicyDocument'] : undefined,
    path: [...place, 'PolicyDocument'],
  }));
}

function ownersOf(
  holder: TemplateResource,
  { of }: PolicyPlace,
  context: TemplateContext,
): readonly TemplateResource[] {
  if (of === undefined) return [holder];
  const named = placedValues(holder.properties[of], []).flatMap(({ value }) => [
    ...context.resourcesIn(value),
    ...resourcesByName(value, context),
  ]);
  return [...new Set([...named, ...(context.once(rolesByPolicy).get(holder) ?? [])])];
}

/** Roles that name managed policies themselves, by policy. */
function rolesByPolicy(context: TemplateContext): ReadonlyMap<TemplateResource, readonly TemplateResource[]> {
  const roles = new Map<TemplateResource, TemplateResource[]>();
  for (const role of context.ofType('AWS::IAM::Role')) {
    for (const policy of context.resourcesIn(role.properties['ManagedPolicyArns'])) {
      const known = roles.get(policy);
      if (known === undefined) roles.set(policy, [role]);
      else known.push(role);
    }
  }
  return roles;
}
