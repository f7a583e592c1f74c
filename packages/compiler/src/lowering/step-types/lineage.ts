import type { LineageBody, Path, SpecValue } from '@millrace/schema';
import { type Draft, placed } from '../draft.js';
import type { LoweringContext } from '../lowering-context.js';
import type { LoweredStep, PlaceOf } from '../step-place.js';

type Action = NonNullable<LineageBody['actions']>[number];
type Association = NonNullable<LineageBody['associations']>[number];

/** What actions, artifacts and contexts have in common; artifacts have less. */
type Entity = Pick<Action, 'name' | 'type' | 'sourceUri' | 'properties'> & Partial<Action>;

/** Lowers a Lineage step: each entry has the members of CreateAction, CreateArtifact or CreateContext. */
export function lowerLineage({ step, path }: PlaceOf<'Lineage'>, context: LoweringContext): LoweredStep {
  const { body, bodyKey } = step;
  const at = [...path, bodyKey];
  const entities = (list: 'actions' | 'artifacts' | 'contexts', kind: string) =>
    body[list]?.map((each, index) => lowerEntity(each, { kind, path: [...at, list, index] }, context));
  return {
    arguments: {
      Actions: entities('actions', 'Action'),
      Artifacts: entities('artifacts', 'Artifact'),
      Contexts: entities('contexts', 'Context'),
      Associations: body.associations?.map((each, index) =>
        lowerAssociation(each, [...at, 'associations', index], context),
      ),
    },
  };
}

function lowerEntity(entity: Entity, { kind, path }: { kind: string; path: Path }, context: LoweringContext): Draft {
  const text = (key: 'name' | 'type' | 'sourceUri' | 'sourceType' | 'sourceId' | 'description' | 'status') =>
    context.text(entity[key], [...path, key]);
  return (
    placed(path, {
      [`${kind}Name`]: text('name'),
      [`${kind}Type`]: text('type'),
      Source: { SourceUri: text('sourceUri'), SourceType: text('sourceType'), SourceId: text('sourceId') },
      Description: text('description'),
      Status: text('status'),
      Properties: context.textMap(entity.properties, [...path, 'properties']),
    }) ?? null
  );
}

function lowerAssociation({ from, to, type }: Association, path: Path, context: LoweringContext): Draft {
  return (
    placed(path, {
      Source: lowerEnd(from, [...path, 'from'], context),
      Destination: lowerEnd(to, [...path, 'to'], context),
      AssociationType: context.text(type, [...path, 'type']),
    }) ?? null
  );
}

/** An end by the name of something that the step makes, or by ARN (SageMaker SDK v3, `pipeline_templates.py`). */
function lowerEnd(end: Association['from'], path: Path, context: LoweringContext): Draft {
  if (end.arn !== undefined) return { Arn: context.text(end.arn, [...path, 'arn']) };
  const named: readonly (readonly [string, 'action' | 'artifact' | 'context', SpecValue | undefined])[] = [
    ['Action', 'action', end.action],
    ['Artifact', 'artifact', end.artifact],
    ['Context', 'context', end.context],
  ];
  const [type, key, name] = named.find(([, , value]) => value !== undefined) ?? ['', 'action', undefined];
  return { Name: context.text(name, [...path, key]), Type: type };
}
