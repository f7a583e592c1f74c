/**
 * A resolved text of a template as cdk-nag names it in its findings: `<Bucket.Arn>/models/*`. Ids of acknowledgements
 * must be spelt the same way.
 */
export function flattenReference(value: unknown): string {
  if (typeof value === 'string') return value.replaceAll('${', '<').replaceAll('}', '>');
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  if ('Ref' in value) return `<${flattenReference(value.Ref)}>`;
  if ('Fn::GetAtt' in value) return `<${listOf(value['Fn::GetAtt']).map(flattenReference).join('.')}>`;
  if ('Fn::Sub' in value) return flattenReference(value['Fn::Sub']);
  if ('Fn::ImportValue' in value) return flattenReference(value['Fn::ImportValue']);
  if ('Fn::Join' in value) {
    const [delimiter, items] = listOf(value['Fn::Join']);
    return listOf(items).map(flattenReference).join(String(delimiter));
  }
  return JSON.stringify(value);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}
