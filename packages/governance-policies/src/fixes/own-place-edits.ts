import { type ArtifactArea, type Json, LONGEST_WAIT_SECONDS, type PlacedStep, SECONDS_OF_DAY } from '@millrace/schema';
import type { PolicyContext } from '../rule/policy-context.js';
import { expiryOf } from '../storage/artifact-area-of.js';
import { outputNameOf } from '../storage/output-name-of.js';
import { registeredUris } from '../storage/registered-uris.js';
import type { S3Place } from '../storage/s3-places.js';
import type { DefinitionEdit } from './definition-edit.js';
import { editsThatSet } from './edits-that-set.js';
import { isReadByItsName } from './is-read-by-its-name.js';
import { layoutUri } from './layout-uri.js';

/** An output and where it is written to. */
export type OutputPlace = Pick<S3Place, 'placed' | 'path' | 'uri'>;

/**
 * The edit that puts an output where the artifact layout has it, as a spec does where no URI is given. None where something
 * else in the definition names the same URI, or one below it: what is read there would be read no longer.
 */
export function ownPlaceEdits(output: OutputPlace, context: PolicyContext): readonly DefinitionEdit[] {
  const found = layoutPlace(output, context);
  if (found === undefined || isReadByItsName(output.uri, context)) return [];
  return editsThatSet(output.path, layoutUri(context, found.area, found.segments));
}

interface LayoutPlace {
  readonly area: ArtifactArea;
  readonly segments: readonly string[];
}

/** Undefined for what the layout has no place for, or none that would last. */
function layoutPlace({ placed, path, uri }: OutputPlace, context: PolicyContext): LayoutPlace | undefined {
  const { step } = placed;
  const name = outputNameOf(placed, path);
  if (name !== undefined) return { area: isRegistered(uri, context) ? 'models' : 'runs', segments: [step.Name, name] };
  const way = wayInside(placed, path);
  if (way === 'OutputDataConfig/S3OutputPath') return { area: 'models', segments: [] };
  const kept = expiryOf('checkpoints', context) ?? Number.POSITIVE_INFINITY;
  const isCheckpoint = way === 'CheckpointConfig/S3Uri' && kept * SECONDS_OF_DAY >= LONGEST_WAIT_SECONDS;
  return isCheckpoint ? { area: 'checkpoints', segments: [step.Name] } : undefined;
}

function wayInside({ path: at }: PlacedStep, path: S3Place['path']): string {
  return path.slice(at.length + 1).join('/');
}

/** Models behind packages have to stay; where nothing says what expires, the layout does. */
function isRegistered(uri: Json, context: PolicyContext): boolean {
  return context.once(registeredUris).has(uri);
}
