import type { DefinitionContext } from '../definition/definition-context.js';
import { asExpression } from '../definition/expression.js';
import type { PlacedStep } from '../definition/placed-steps.js';
import { deployValueNameOf } from '../deploy-value.js';
import type { Path } from '../diagnostics/diagnostic.js';
import { isJsonList, type Json } from '../source/json.js';
import { walkJson } from '../source/walk-json.js';
import { attributeOf, cacheAttributes, freshnessIn, isCached } from './freshness.js';
import type { Judged } from './judged.js';

/** An input of a cached step whose content SageMaker does not look at. */
export interface UnseenData extends Judged {
  /** The URI as far as it is known. */
  readonly uri: string;
}

/** Where checkpoints go is no input. */
const NO_INPUTS: ReadonlySet<string> = new Set(['CheckpointConfig', 'DebugHookConfig']);

/** A hash, a date or a version in the URI says which content is meant; local code has a hash. */
const CONTENT_ADDRESS = /[0-9a-f]{32,}|code:|\b\d{4}-?\d{2}-?\d{2}\b|\/v\d+(?:\.\d+)*\//i;

/**
 * Constant URIs among the inputs of cached steps: SageMaker compares the URI, never the bytes, so new data below the same
 * URI is not seen until the cache expires (rule R71; developer guide, pipelines-default-keys).
 */
export function* cachedStepsThatMissChangedData(context: DefinitionContext): Iterable<UnseenData> {
  const judge = freshnessIn(context);
  for (const placed of context.steps) {
    const { step, path } = placed;
    // A step that runs every time sees everything.
    if (isCached(step) && judge.freshAttributes(step, path).length === 0) yield* inputsOf(placed);
  }
}

function* inputsOf({ step, path }: PlacedStep): Iterable<UnseenData> {
  for (const attribute of cacheAttributes(step)) {
    if (NO_INPUTS.has(attribute)) continue;
    const { value, at } = attributeOf(step, attribute);
    for (const { uri, known, place } of urisIn(value ?? null, [...path, ...at])) {
      if (CONTENT_ADDRESS.test(uri)) continue;
      const reason = `"${step.Name}" is cached and does not see new data in ${uri}: SageMaker compares the URI, not the content`;
      yield { verdict: known ? 'violated' : 'unknown', reason, uri, path: place };
    }
  }
}

interface FoundUri {
  readonly uri: string;
  readonly known: boolean;
  readonly place: Path;
}

function urisIn(value: Json, path: Path): readonly FoundUri[] {
  const found: FoundUri[] = [];
  walkJson(value, path, (each, place) => {
    if (place.at(-1) !== 'S3Uri') return;
    const uri = textOf(each);
    if (uri.startsWith('s3:')) found.push({ uri, known: !uri.includes('…'), place: place.toPath() });
  });
  return found;
}

/** The text, with `<name>` for deploy values and `…` for what the execution fills in. */
function textOf(value: Json): string {
  if (typeof value === 'string') return value;
  const name = deployValueNameOf(value);
  if (name !== undefined) return `<${name}>`;
  const expression = asExpression(value);
  if (expression?.kind === 'text') return expression.parts.map(textOf).join('');
  if (expression?.kind !== 'join' || !isJsonList(expression.values)) return '…';
  return expression.values.map(textOf).join(typeof expression.on === 'string' ? expression.on : '');
}
