import type { Json } from '@millrace/schema';
import { policyStatements } from '../template/policy-statements.js';
import type { TemplateContext } from '../template/template-context.js';
import type { TemplateResource } from '../template/template-resource.js';
import { sageMakerRoles } from './sagemaker-roles.js';
import { textOf } from './text-of.js';

/**
 * What stands around pipelines in a template, of all its resources: pipelines, model package groups, and whatever these or the
 * policies of roles of SageMaker name; resources whose own policies name such a role; the bucket of the environment; and the
 * keys of such buckets. Buckets that have nothing to do with pipelines are none of it.
 */
export function governedResources(context: TemplateContext): ReadonlySet<TemplateResource> {
  return context.once(collect);
}

/** Those of one type, in the order of the template. */
export function governedOfType(context: TemplateContext, type: string): readonly TemplateResource[] {
  const governed = governedResources(context);
  return context.ofType(type).filter((each) => governed.has(each));
}

/** What rules speak of. Other resources that a pipeline names, such as functions and roles, have rules of their own. */
const TYPES = ['AWS::S3::Bucket', 'AWS::KMS::Key', 'AWS::ECR::Repository', 'AWS::SQS::Queue'];

const OWN = ['AWS::SageMaker::Pipeline', 'AWS::SageMaker::ModelPackageGroup'];

function collect(context: TemplateContext): ReadonlySet<TemplateResource> {
  const own = context.ofType(...OWN);
  const near = [
    ...own.flatMap(({ properties }) => context.resourcesIn(properties)),
    ...namedByRoles(context),
    ...thatNameRoles(context),
    ...bucketOfEnvironment(context),
  ].filter(({ type }) => TYPES.includes(type));
  const keys = near.flatMap(({ properties }) => context.resourcesIn(properties['BucketEncryption']));
  return new Set([...own, ...near, ...keys]);
}

/** What roles of SageMaker may use: by reference, or a bucket by the name that the template gives it. */
function namedByRoles(context: TemplateContext): readonly TemplateResource[] {
  const roles = sageMakerRoles(context);
  const named = policyStatements(context)
    .filter(({ kind, owners }) => kind === 'identity' && owners.some((owner) => roles.has(owner)))
    .flatMap(({ resources }) => resources.map(({ value }) => value));
  return [...named.flatMap((value) => context.resourcesIn(value)), ...bucketsByName(named, context)];
}

function bucketsByName(arns: readonly Json[], context: TemplateContext): readonly TemplateResource[] {
  const names = new Set(arns.map((arn) => /^arn:[^:]*:s3:::([^/*]+)/.exec(textOf(context, arn))?.[1]));
  return context
    .ofType('AWS::S3::Bucket')
    .filter(({ properties: { BucketName: name } }) => names.has(nameOf(name, context)));
}

/** Without a name there is nothing to compare. */
function nameOf(name: Json | undefined, context: TemplateContext): string {
  return name === undefined ? '' : textOf(context, name);
}

function thatNameRoles(context: TemplateContext): readonly TemplateResource[] {
  const roles = sageMakerRoles(context);
  return policyStatements(context)
    .filter(({ kind, principals }) => {
      const named = kind === 'resource' ? principals.flatMap(({ value }) => context.resourcesIn(value)) : [];
      return named.some((each) => roles.has(each));
    })
    .flatMap(({ owners }) => owners);
}

function bucketOfEnvironment(context: TemplateContext): readonly TemplateResource[] {
  const bucket = context.deployValue('bucket');
  if (bucket === undefined) return [];
  return context
    .ofType('AWS::S3::Bucket')
    .filter(({ properties }) => nameOf(properties['BucketName'], context) === bucket);
}
