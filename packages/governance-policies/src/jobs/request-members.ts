import { IMAGE_MEMBERS, type Json, type Path, type PlacedStep, walkRequest } from '@millrace/schema';
import type { PolicyContext } from '../rule/policy-context.js';

/** A member of a request, at any depth. */
export interface RequestMember {
  readonly placed: PlacedStep;
  /** `Image`, `S3Uri`, `Environment`. */
  readonly name: string;
  readonly value: Json;
  readonly path: Path;
}

/** Members that hold URIs of S3 from which a step reads, or to which it writes; `S3Uri` is either. */
export const S3_MEMBERS: ReadonlySet<string> = new Set([
  'S3Uri',
  'ModelDataUrl',
  'S3OutputPath',
  'DestinationS3Uri',
  'S3FailurePath',
]);

/** Maps with keys of the author. */
export const FREE_MAPS: ReadonlySet<string> = new Set(['Environment', 'HyperParameters', 'StaticHyperParameters']);

/** The words of a command. */
export const COMMAND_LISTS: ReadonlySet<string> = new Set(['ContainerArguments', 'ContainerEntrypoint']);

const LOOKED_FOR = [IMAGE_MEMBERS, S3_MEMBERS, FREE_MAPS, COMMAND_LISTS];

/** All members of all requests that rules look for by name, in the order of the document: one walk serves them all. */
export function requestMembers(context: PolicyContext): readonly RequestMember[] {
  return context.once(collect);
}

function collect({ steps }: PolicyContext): readonly RequestMember[] {
  const found: RequestMember[] = [];
  for (const placed of steps) {
    walkRequest(placed, (value, place) => {
      const name = place.at(-1);
      if (typeof name !== 'string' || value === null || !LOOKED_FOR.some((names) => names.has(name))) return;
      found.push({ placed, name, value, path: place.toPath() });
    });
  }
  return found;
}
