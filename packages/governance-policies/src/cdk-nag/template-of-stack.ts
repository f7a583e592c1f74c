import { isJsonObject, type Json, type JsonObject, objectFromEntries } from '@millrace/schema';
import { CfnResource, Stack } from 'aws-cdk-lib';

/**
 * The template of a stack as it is now, with all tokens resolved: what the CDK writes when it synthesizes. Every resource has
 * the path of its construct, which apps may switch off.
 */
export function templateOfStack(stack: Stack): Json {
  // The CDK writes templates with this method and leaves it out of its declarations; no other gives a template before synth.
  const { _toCloudFormation: write } = stack as unknown as { readonly _toCloudFormation: () => unknown };
  // Members that are undefined, and classes of the CDK, are no JSON.
  const template: JsonObject = JSON.parse(JSON.stringify(write.call(stack)));
  const { Resources: resources = {} } = template;
  return isJsonObject(resources) ? { ...template, Resources: withPaths(resources, pathsIn(stack)) } : template;
}

/** Paths of the constructs of a stack, by logical id. */
function pathsIn(stack: Stack): ReadonlyMap<string, string> {
  const resources = stack.node.findAll().filter(CfnResource.isCfnResource);
  const own = resources.filter((resource) => Stack.of(resource) === stack);
  return new Map(own.map((resource) => [String(stack.resolve(resource.logicalId)), resource.node.path]));
}

function withPaths(resources: JsonObject, paths: ReadonlyMap<string, string>): JsonObject {
  const entries = Object.entries(resources).map(([id, resource]): readonly [string, Json] => {
    const path = paths.get(id);
    if (path === undefined || !isJsonObject(resource)) return [id, resource];
    const metadata = isJsonObject(resource['Metadata']) ? resource['Metadata'] : {};
    return [id, { ...resource, Metadata: { ...metadata, 'aws:cdk:path': path } }];
  });
  return objectFromEntries(entries);
}
