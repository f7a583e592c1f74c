import { formatPropertyPath, type GraphNode, type GraphReference, isJoinedOutput } from '@millrace/schema';

/** What an edge is labelled with: the author's name of the output where there is one, else the property. Undefined for pure order. */
export function describeReference({ to }: GraphReference, producer: GraphNode | undefined): string | undefined {
  switch (to.kind) {
    case 'output':
      return to.output;
    case 'propertyFile':
      return to.file;
    case 'property':
      return outputNamed(formatPropertyPath(to.path), producer) ?? formatPropertyPath(to.path).replace(/^\./, '');
    default:
      return undefined;
  }
}

// A definition refers to outputs by their place in the Describe response; people know them by name.
function outputNamed(path: string, producer: GraphNode | undefined): string | undefined {
  for (const [name, output] of producer?.outputs ?? []) {
    if (!isJoinedOutput(output) && formatPropertyPath(output) === path) return name;
  }
  return undefined;
}
