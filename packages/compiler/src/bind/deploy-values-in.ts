import { type DeployValueName, deployValueNameOf, isJsonList, isJsonObject, type Json } from '@millrace/schema';

/** The names of the deploy values in a symbolic definition: sorted, each once. */
export function deployValuesIn(symbolic: Json): readonly DeployValueName[] {
  const names = new Set<DeployValueName>();
  collect(symbolic, names);
  return [...names].sort();
}

function collect(value: Json, names: Set<DeployValueName>): void {
  const name = deployValueNameOf(value);
  if (name !== undefined) names.add(name);
  else if (isJsonList(value)) for (const item of value) collect(item, names);
  else if (isJsonObject(value)) for (const member of Object.values(value)) collect(member, names);
}
