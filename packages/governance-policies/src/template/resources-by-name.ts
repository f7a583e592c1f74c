import type { Json } from '@millrace/schema';
import type { TemplateContext } from './template-context.js';
import type { TemplateResource } from './template-resource.js';

/** Members that name resources to which policies are attached (CloudFormation resource reference). */
const NAMES: Readonly<Record<string, string>> = {
  'AWS::IAM::Role': 'RoleName',
  'AWS::S3::Bucket': 'BucketName',
};

/** The resources that the template gives a name, where another resource says the same name instead of referring to them. */
export function resourcesByName(name: Json, context: TemplateContext): readonly TemplateResource[] {
  return context.once(collect).get(keyOf(name, context)) ?? [];
}

function collect(context: TemplateContext): ReadonlyMap<string, readonly TemplateResource[]> {
  const byName = new Map<string, TemplateResource[]>();
  for (const resource of context.ofType(...Object.keys(NAMES))) {
    const name = resource.properties[NAMES[resource.type] ?? ''];
    if (name === undefined) continue;
    const key = keyOf(name, context);
    byName.set(key, [...(byName.get(key) ?? []), resource]);
  }
  return byName;
}

/** Symbolic, so that names that are put together alike are alike. */
function keyOf(name: Json, { symbols }: TemplateContext): string {
  return JSON.stringify(symbols.symbolic(name));
}
