import { isJsonObject, type Json, type JsonObject, type Path } from '@millrace/schema';
import { type PlacedValue, placedValues } from './placed-values.js';
import type { PolicyCondition, PolicyPrincipal, PolicyStatement } from './policy-statement.js';

/** What a statement says, without whose it is. */
export type StatementContent = Omit<PolicyStatement, 'kind' | 'holder' | 'owners'>;

/** The statements of a policy document; what is none is left out. */
export function statementsIn(document: Json | undefined, path: Path): readonly StatementContent[] {
  return placedValues(document, path).flatMap(({ value, path: at }) => {
    const statements = isJsonObject(value) ? placedValues(value['Statement'], [...at, 'Statement']) : [];
    return statements.flatMap((each) => (isJsonObject(each.value) ? [readStatement(each.value, each.path)] : []));
  });
}

function readStatement(json: JsonObject, path: Path): StatementContent {
  const { Sid: sid, Effect: effect } = json;
  const listed = (member: string): readonly PlacedValue[] => placedValues(json[member], [...path, member]);
  return {
    path,
    ...(typeof sid === 'string' && { sid }),
    effect: effect === 'Allow' || effect === 'Deny' ? effect : undefined,
    actions: listed('Action'),
    notActions: listed('NotAction'),
    resources: listed('Resource'),
    notResources: listed('NotResource'),
    principals: listed('Principal').flatMap(principalsIn),
    notPrincipals: listed('NotPrincipal').flatMap(principalsIn),
    conditions: listed('Condition').flatMap(conditionsIn),
  };
}

/** `"*"`, or a map of kinds. */
function principalsIn({ value, path }: PlacedValue): readonly PolicyPrincipal[] {
  if (!isJsonObject(value)) return [{ type: '*', value, path }];
  return Object.entries(value).flatMap(([type, given]) =>
    placedValues(given, [...path, type]).map((each) => ({ ...each, type })),
  );
}

function conditionsIn({ value, path }: PlacedValue): readonly PolicyCondition[] {
  return membersOf(value, path).flatMap(({ key: operator, value: keys, path: at }) =>
    membersOf(keys, at).map(({ key, value: given, path: place }) => ({
      operator,
      key,
      values: placedValues(given, place),
      path: place,
    })),
  );
}

function membersOf(value: Json, path: Path): readonly (PlacedValue & { readonly key: string })[] {
  const entries = isJsonObject(value) ? Object.entries(value) : [];
  return entries.map(([key, member]) => ({ key, value: member, path: [...path, key] }));
}
