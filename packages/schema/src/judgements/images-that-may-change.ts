import type { DefinitionContext } from '../definition/definition-context.js';
import { asExpression } from '../definition/expression.js';
import { walkRequest } from '../definition/request-values.js';
import { isJsonList, type Json } from '../source/json.js';
import type { Judged } from './judged.js';

/** An image that another one may take the place of. */
export interface MovingImage extends Judged {
  /** The end of its URI, from the name of the repository on. */
  readonly image: string;
}

/** Members of requests that name a container image. */
export const IMAGE_MEMBERS: ReadonlySet<string | number | undefined> = new Set(['ImageUri', 'TrainingImage', 'Image']);

/** AWS gives this one no tags. */
const WITHOUT_TAGS = /\/sagemaker-model-monitor-analyzer$/;

/**
 * Images with the tag `latest` or without tag and digest: whoever pushes to the repository changes what the pipeline runs,
 * and the cache does not notice (rule R105).
 */
export function* imagesThatMayChange({ steps }: DefinitionContext): Iterable<MovingImage> {
  const found: MovingImage[] = [];
  for (const placed of steps) {
    walkRequest(placed, (value, place) => {
      if (!IMAGE_MEMBERS.has(place.at(-1))) return;
      const uri = knownEnd(value);
      if (uri === undefined || tagOf(uri) !== undefined) return;
      const image = uri.slice(uri.lastIndexOf('/') + 1);
      const reason = `the image ${image} has no fixed version: it is whatever was pushed last`;
      // Without a host in front it is no image that SageMaker could pull, but the name of one in an example.
      if (uri.includes('/')) found.push({ verdict: 'violated', image, reason, path: place.toPath() });
      else if (typeof value !== 'string') found.push({ verdict: 'unknown', image, reason, path: place.toPath() });
    });
  }
  yield* found;
}

/** What the URI is known to end with; undefined where a whole value of the deployment stands, which names a version. */
function knownEnd(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return value;
  const expression = asExpression(value);
  if (expression === undefined || expression.kind === 'deployValue') return undefined;
  const parts = expression.kind === 'join' ? expression.values : expression.kind === 'text' ? expression.parts : [];
  const last = isJsonList(parts) ? parts.at(-1) : undefined;
  return last === undefined ? '' : typeof last === 'string' ? last : '';
}

/** The tag or digest; undefined for none and for `latest`. */
function tagOf(uri: string): string | undefined {
  if (WITHOUT_TAGS.test(uri)) return 'the only one';
  const [, version] = /[:@]([^/]+)$/.exec(uri) ?? [];
  return version === 'latest' ? undefined : version;
}
