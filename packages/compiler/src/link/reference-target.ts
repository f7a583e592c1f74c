import type { Path, ReferenceTarget, SpecValue } from '@millrace/schema';

/**
 * What a value names; undefined for literals, deploy values and the forms that only hold other values.
 * @param path the place of the value
 */
export function referenceTarget({ form }: SpecValue, path: Path): ReferenceTarget | undefined {
  switch (form.kind) {
    case 'parameter':
    case 'output':
    case 'property':
    case 'execution':
      return form;
    case 'propertyFile':
      return form;
    case 'jsonGet':
      return { kind: 'propertyFile', step: form.step, file: form.file, filePath: [...path, ...form.fileAt] };
    case 'literal':
    case 'deployValue':
    case 'join':
    case 'text':
      return undefined;
  }
}
