import type { DefinitionContext } from '../definition/definition-context.js';
import { nameLooksLikeSecret, valueLooksLikeSecret } from '../definition/looks-like-secret.js';
import { walkRequest } from '../definition/request-values.js';
import type { Path } from '../diagnostics/diagnostic.js';
import { isJsonList, isJsonObject, type Json } from '../source/json.js';
import type { Judged } from './judged.js';

const MAPS: ReadonlySet<string | number | undefined> = new Set([
  'Environment',
  'HyperParameters',
  'StaticHyperParameters',
]);
const LISTS: ReadonlySet<string | number | undefined> = new Set(['ContainerArguments', 'ContainerEntrypoint']);

/** Texts that only lead to a secret, switches and numbers. */
const NO_SECRET = /^(?:arn:|s3:\/\/|https?:\/\/|\/)|^(?:true|false|yes|no|none|null|[\d.]*)$/i;

/**
 * Environment variables, hyperparameters and arguments of containers that look like secrets: whoever may describe the
 * pipeline or a job of it can read them (rule R108).
 */
export function* secretsInTheOpen({ steps }: DefinitionContext): Iterable<Judged> {
  const found: Judged[] = [];
  for (const placed of steps) {
    walkRequest(placed, (value, place) => {
      const at = place.at(-1);
      if (MAPS.has(at) && isJsonObject(value)) found.push(...secretsInMap(value, place.toPath()));
      if (LISTS.has(at) && isJsonList(value)) found.push(...secretsInList(value, place.toPath()));
    });
  }
  yield* found;
}

function secretsInMap(map: { readonly [key: string]: Json }, path: Path): readonly Judged[] {
  return Object.entries(map).flatMap(([key, value]): readonly Judged[] => {
    const place = [...path, key];
    if (typeof value !== 'string') {
      const isExpression = isJsonObject(value) && nameLooksLikeSecret(key);
      return isExpression ? [{ verdict: 'unknown', reason: `the value of "${key}" may be a secret`, path: place }] : [];
    }
    if (valueLooksLikeSecret(value)) return [secret(`the value of "${key}"`, place)];
    return nameLooksLikeSecret(key) && !NO_SECRET.test(value) ? [secret(`"${key}"`, place)] : [];
  });
}

function secretsInList(list: readonly Json[], path: Path): readonly Judged[] {
  return list.flatMap((value, index) =>
    typeof value === 'string' && valueLooksLikeSecret(value) ? [secret('this argument', [...path, index])] : [],
  );
}

function secret(what: string, path: Path): Judged {
  return { verdict: 'violated', reason: `${what} looks like a secret`, path };
}
