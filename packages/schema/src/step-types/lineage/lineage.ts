import type { PropertyPath } from '../../definition/reference.js';
import { literalTextOf } from '../../spec/spec-value.js';
import { declareStepType } from '../step-type.js';
import { type LineageBody, lineageBody } from './lineage-body.js';
import { LINEAGE_PERMISSIONS } from './lineage-permissions.js';

/** Records what an execution did, used and made, beyond what SageMaker records by itself. */
export const lineage = declareStepType({
  type: 'Lineage',
  summary: 'Records actions, artifacts and contexts in the lineage of SageMaker, and how they belong together.',
  body: lineageBody,
  request: 'Pipelines.Lineage',
  describes: ['Pipelines.Lineage'],
  siblings: [],
  outputs: arnsByName,
  fixedOutputs: {},
  listKeys: (body) => Object.fromEntries(nameLists(body).map(({ member, names }) => [`.${member}`, names])),
  facts: {
    execution: 'record',
    cache: false,
    retry: false,
    propertyFiles: false,
    dependable: true,
    settings: [],
    permissions: LINEAGE_PERMISSIONS,
    passedRoles: [],
    billing: 'none',
  },
  example: {
    name: 'RecordTraining',
    type: 'Lineage',
    lineage: {
      actions: [{ name: 'training', type: 'ModelTraining', sourceUri: 's3://<default_bucket>/data/model.tar.gz' }],
    },
  },
});

interface NameList {
  readonly member: string;
  readonly names: readonly string[];
}

/** The lists whose names are all known before an execution. */
function nameLists(body: LineageBody): readonly NameList[] {
  const lists = [
    { member: 'ActionArns', entries: body.actions ?? [] },
    { member: 'ArtifactArns', entries: body.artifacts ?? [] },
    { member: 'ContextArns', entries: body.contexts ?? [] },
  ];
  return lists.flatMap(({ member, entries }) => {
    const names = entries.flatMap(({ name }) => literalTextOf(name) ?? []);
    return names.length === entries.length ? [{ member, names }] : [];
  });
}

/** An entity by its name; one that two lists have is read by its property: `ActionArns['name']`. */
function arnsByName(body: LineageBody): ReadonlyMap<string, PropertyPath> {
  const all = nameLists(body).flatMap(({ member, names }) => names.map((name) => ({ member, name })));
  const counts = (name: string) => all.filter((each) => each.name === name).length;
  return new Map(
    all
      .filter(({ name }) => counts(name) === 1)
      .map(({ member, name }) => [name, [{ member }, { key: name }]] as const),
  );
}
