import {
  artifactKey,
  asExpression,
  deployValue,
  deployValueNameOf,
  isJsonList,
  isJsonObject,
  type Json,
  type PipelineDefinition,
  placedSteps,
} from '@millrace/schema';
import { mergeTexts } from '../lowering/merge-texts.js';
import type { PlatformInput, PlatformText } from './platform-model.js';
import { platformText } from './platform-text.js';
import { registrationsIn } from './registrations.js';
import { storeNamesOf } from './store-names.js';
import { textAfter } from './text-after.js';

/**
 * Where the model artifacts of a pipeline lie in its bucket, as prefixes of keys: the prefix of the layout, and what
 * registered packages name besides. Artifacts in other buckets are not ours to share.
 */
export function modelPrefixesOf(input: PlatformInput): readonly PlatformText[] {
  const bucket = mergeTexts(['s3://', storeNamesOf(input).bucket, '/']);
  const registered = registeredPlaces(input.definition).map((uri) => textAfter(uri, bucket) ?? []);
  const prefixes = [layoutPrefix(input), ...registered].filter((prefix) => prefix.length > 0);
  return withoutCovered(prefixes).map((prefix) => platformText(...prefix));
}

function layoutPrefix({ pipelineName }: PlatformInput): readonly Json[] {
  const owner = { environment: deployValue('environment'), pipeline: [pipelineName] };
  return mergeTexts([...artifactKey(owner, 'models'), '/']);
}

/** URIs of the artifacts of registered packages, as far as they are known at deployment. */
function registeredPlaces(definition: PipelineDefinition): readonly (readonly Json[])[] {
  return registrationsIn(definition)
    .flatMap(({ Arguments }) => membersNamed(Arguments, 'ModelDataUrl'))
    .map((uri) => {
      const folder = outputFolder(definition, uri);
      return folder === undefined ? knownParts(uri).parts : asFolder(knownParts(folder));
    });
}

/** All values of a member, at any depth. */
function membersNamed(value: Json, name: string): readonly Json[] {
  if (isJsonList(value)) return value.flatMap((item) => membersNamed(item, name));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => (key === name ? [member] : membersNamed(member, name)));
}

/** The folder that a job writes models to, where the value is its output `Steps.X.ModelArtifacts.S3ModelArtifacts`. */
function outputFolder(definition: PipelineDefinition, uri: Json): Json | undefined {
  const expression = asExpression(uri);
  if (expression?.kind !== 'get' || typeof expression.reference !== 'string') return undefined;
  const name = /^Steps\.([^.]+)\.ModelArtifacts\./.exec(expression.reference)?.[1];
  const job = placedSteps(definition).find(({ step }) => step.Name === name)?.step;
  const output = job?.Arguments['OutputDataConfig'];
  return isJsonObject(output) ? output['S3OutputPath'] : undefined;
}

/** SageMaker writes below the path; without the slash, the prefix would take in `fits-of-others/` with `fits`. */
function asFolder({ parts, isWhole }: KnownParts): readonly Json[] {
  const last = parts.at(-1);
  return !isWhole || (typeof last === 'string' && last.endsWith('/')) ? parts : mergeTexts([...parts, '/']);
}

interface KnownParts {
  readonly parts: readonly Json[];
  readonly isWhole: boolean;
}

/** As much of a text as is known at deployment: up to the first value of an execution. */
function knownParts(value: Json): KnownParts {
  const parts = mergeTexts(partsOf(value));
  const end = parts.findIndex((part) => typeof part !== 'string' && deployValueNameOf(part) === undefined);
  return end === -1 ? { parts, isWhole: true } : { parts: parts.slice(0, end), isWhole: false };
}

function partsOf(value: Json): readonly Json[] {
  const expression = asExpression(value);
  if (expression?.kind === 'join' && expression.on === '' && isJsonList(expression.values)) return expression.values;
  return [value];
}

/** Only the shortest of prefixes of which one begins with another. */
function withoutCovered(prefixes: readonly (readonly Json[])[]): readonly (readonly Json[])[] {
  return prefixes.filter(
    (prefix, index) =>
      !prefixes.some((other, at) => {
        const rest = at === index ? undefined : textAfter(prefix, other);
        return rest !== undefined && (rest.length > 0 || at < index);
      }),
  );
}
