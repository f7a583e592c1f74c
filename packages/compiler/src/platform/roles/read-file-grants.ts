import {
  asExpression,
  type DefinitionPropertyFile,
  type DefinitionStep,
  definitionExpressions,
  deployValue,
  isJsonObject,
  type Json,
  type JsonObject,
  join,
  parseReference,
  placedSteps,
} from '@millrace/schema';
import type { PlatformInput, PlatformText } from '../platform-model.js';
import { bucketArn } from '../store-names.js';
import { viaService } from '../via-service.js';
import { bucketKeyOf } from './bucket-key.js';
import type { DefinitionTexts } from './definition-texts.js';
import { keyArn } from './key-arn.js';
import { isMadeBucket, type S3Place, s3PlaceOf } from './s3-place.js';
import type { Grant } from './statement-list.js';
import { valuesOf } from './step-values.js';

/** What it takes to read the files of `Std:JsonGet`: SageMaker Pipelines reads them itself, with the pipeline's role. */
export function readFileGrants(
  input: PlatformInput,
  texts: DefinitionTexts,
): { readonly grants: readonly Grant[]; readonly gaps: readonly string[] } {
  const uris = filesRead(input, texts).flatMap((file) => texts.of(file));
  const places = uris.map(s3PlaceOf);
  const known = places.filter((place) => place !== undefined);
  return {
    grants: known.flatMap((place) => readGrants(place, input)),
    gaps: known.length === places.length ? [] : [UNKNOWN_FILE],
  };
}

const UNKNOWN_FILE =
  "The pipeline's role cannot be given a file that a condition reads: only an execution knows its bucket. Write the output of the step to a bucket that the definition names.";

/** The URIs of the files. */
function filesRead({ definition }: PlatformInput, texts: DefinitionTexts): readonly Json[] {
  return definitionExpressions(definition, placedSteps(definition)).flatMap(({ expression }) =>
    expression.kind === 'jsonGet' ? fileOf(expression.members, texts) : [],
  );
}

function fileOf({ S3Uri, PropertyFile }: JsonObject, texts: DefinitionTexts): readonly Json[] {
  if (S3Uri !== undefined) return [S3Uri];
  const expression = asExpression(PropertyFile);
  const reference =
    expression?.kind === 'get' && typeof expression.reference === 'string'
      ? parseReference(expression.reference)
      : undefined;
  if (reference?.kind !== 'propertyFile') return [];
  const step = texts.step(reference.step);
  const file = step?.PropertyFiles?.find(({ PropertyFileName }) => PropertyFileName === reference.file);
  return step === undefined || file === undefined ? [] : fileIn(step, file);
}

function fileIn(step: DefinitionStep, { OutputName, FilePath }: DefinitionPropertyFile): readonly Json[] {
  const output = valuesOf(step, 'ProcessingOutputConfig.Outputs').find(
    (each) => isJsonObject(each) && each['OutputName'] === OutputName,
  );
  const s3 = isJsonObject(output) && isJsonObject(output['S3Output']) ? output['S3Output'] : {};
  return s3['S3Uri'] === undefined ? [] : [join('/', [s3['S3Uri'], FilePath])];
}

function readGrants(place: S3Place, input: PlatformInput): readonly Grant[] {
  const key = bucketKeyOf(place.bucket, input);
  const read: Grant = {
    sid: isMadeBucket(place.bucket) ? 'ReadFiles' : 'ReadFilesOfOthers',
    actions: ['s3:GetObject'],
    resources: [{ resource: bucketArn(place.bucket, place.key), reason: 'the id of the execution stands in the key' }],
    ...(isMadeBucket(place.bucket) && {
      conditions: { StringEquals: { 'aws:ResourceAccount': deployValue('account') } },
    }),
    why: 'The pipeline reads the files that its conditions look into.',
  };
  return key === undefined ? [read] : [read, decrypt(key)];
}

function decrypt(key: PlatformText): Grant {
  return {
    sid: 'DecryptFiles',
    actions: ['kms:Decrypt'],
    resources: [{ resource: keyArn(key), reason: 'the key is given with a wildcard' }],
    conditions: { StringLike: { 'kms:ViaService': viaService('s3') } },
    why: 'The pipeline decrypts the files that its conditions look into, and only where S3 asks for it.',
  };
}
