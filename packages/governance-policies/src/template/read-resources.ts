import { isJsonObject, type Json, type JsonObject } from '@millrace/schema';
import type { TemplateResource } from './template-resource.js';

/** The resources of a template, in its order. What is no resource is left out: CloudFormation refuses it. */
export function readResources(template: JsonObject): readonly TemplateResource[] {
  return Object.entries(objectAt(template, 'Resources')).flatMap(([logicalId, json]) => {
    const type = isJsonObject(json) ? json['Type'] : undefined;
    if (!isJsonObject(json) || typeof type !== 'string') return [];
    const metadata = objectAt(json, 'Metadata');
    const construct = constructOf(metadata) ?? logicalId;
    const properties = objectAt(json, 'Properties');
    return [{ logicalId, type, properties, path: ['Resources', logicalId], construct, metadata }];
  });
}

/** A member that is an object; an empty one where it is something else. */
export function objectAt(json: JsonObject, key: string): JsonObject {
  const value = Object.hasOwn(json, key) ? json[key] : undefined;
  return isJsonObject(value) ? value : {};
}

/** The CDK writes the path of the construct into the metadata of each resource, unless that is switched off. */
function constructOf(metadata: JsonObject): string | undefined {
  const path: Json | undefined = metadata['aws:cdk:path'];
  return typeof path === 'string' ? path : undefined;
}
