import {
  formatPropertyPath,
  type GraphNode,
  type ParameterType,
  type Path,
  propertiesOf,
  type SpecStep,
  type StepOutput,
  stepTypeDeclarations,
} from '@millrace/schema';

/** What other steps can read from a step by name. */
export function linkOutputs(
  step: SpecStep,
  bodyPath: Path,
): Pick<GraphNode, 'outputs' | 'keyedLists' | 'propertyFiles'> {
  const declared = declaredOutputs(step);
  const { fixedOutputs } = stepTypeDeclarations[step.type];
  return {
    outputs: new Map([...declared, ...Object.entries(fixedOutputs)]),
    keyedLists: new Map([...keyedLists(declared), ...Object.entries(declaredKeys(step))]),
    propertyFiles: propertyFiles(step, bodyPath),
  };
}

function declaredOutputs({ type, body }: SpecStep): ReadonlyMap<string, StepOutput> {
  // The declaration of the type takes exactly the body that its own schema has produced.
  const outputs = stepTypeDeclarations[type].outputs as (body: SpecStep['body']) => ReadonlyMap<string, StepOutput>;
  return outputs(body);
}

/** The types of outputs that the declaration of the type knows, by name. */
export function outputTypesOf({ type, body }: SpecStep): ReadonlyMap<string, ParameterType> {
  const declaration: { readonly outputTypes?: unknown } = stepTypeDeclarations[type];
  // As above: the declaration takes the body of its own schema.
  const outputTypes = declaration.outputTypes as
    | ((body: SpecStep['body']) => ReadonlyMap<string, ParameterType>)
    | undefined;
  return outputTypes?.(body) ?? new Map();
}

function declaredKeys({ type, body }: SpecStep): Readonly<Record<string, readonly string[]>> {
  const declaration: { readonly listKeys?: unknown } = stepTypeDeclarations[type];
  // As above: the declaration takes the body of its own schema.
  const listKeys = declaration.listKeys as
    | ((body: SpecStep['body']) => Readonly<Record<string, readonly string[]>>)
    | undefined;
  return listKeys?.(body) ?? {};
}

// Outputs that lie in a list by name can also be read by their property: .ProcessingOutputConfig.Outputs['train'].
function keyedLists(outputs: ReadonlyMap<string, StepOutput>): ReadonlyMap<string, readonly string[]> {
  const lists = new Map<string, string[]>();
  for (const path of [...outputs.values()].flatMap(propertiesOf)) {
    const at = path.findIndex((segment) => 'key' in segment);
    const segment = path[at];
    if (segment === undefined || !('key' in segment)) continue;
    const list = formatPropertyPath(path.slice(0, at));
    lists.set(list, [...(lists.get(list) ?? []), segment.key]);
  }
  return lists;
}

function propertyFiles({ body }: SpecStep, bodyPath: Path): GraphNode['propertyFiles'] {
  if (!('propertyFiles' in body)) return [];
  return (body.propertyFiles ?? []).map((file, index) => ({
    name: file.propertyFileName,
    outputName: file.outputName,
    filePath: file.filePath,
    path: [...bodyPath, 'propertyFiles', index],
    places: {
      outputName: [...bodyPath, 'propertyFiles', index, 'outputName'],
      filePath: [...bodyPath, 'propertyFiles', index, 'filePath'],
    },
  }));
}
