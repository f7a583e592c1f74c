import {
  DEFINITION_VERSION,
  type DeployValueName,
  type FrameworkImage,
  findFrameworkImage,
  imagesOf,
  isNumber,
  isRawStep,
  type Json,
  type Outcome,
  type PipelineDefinition,
  type SpecParameter,
  settle,
  TEXT_KEY,
} from '@millrace/schema';
import type { CodeBundle } from '../code/code-bundle.js';
import { branchesOf } from '../link/branches.js';
import { codeUri, dataPrefix } from './artifact-uris.js';
import { type Draft, finishDraft, type OriginOf, placed } from './draft.js';
import { lowerSettings } from './lower-settings.js';
import { lowerAnyStep } from './lower-step.js';
import { lowerExperiment, lowerMlflow } from './lower-tracking.js';
import { LoweringContext, type LoweringInput } from './lowering-context.js';
import type { PipelineSettings } from './pipeline-settings.js';
import { withPoint } from './with-point.js';

/** A spec in SageMaker's words, deploy values symbolic. */
export interface LoweredPipeline {
  readonly definition: PipelineDefinition;
  /** The place in the spec behind a place in the definition. */
  readonly originOf: OriginOf;
  /** The name of the pipeline: text, or text with deploy values. */
  readonly pipelineName: Json;
  readonly settings: PipelineSettings;
  /** The S3 prefix of the objects that the project owns, symbolic. */
  readonly dataPrefix: Json;
  readonly code: readonly PlacedCode[];
  /** AWS's images of frameworks: what the deploy values `image:…` stand for, whatever the region. */
  readonly images: readonly PlacedImage[];
}

/** An image of AWS and the deploy value that stands for it. */
export interface PlacedImage {
  readonly name: DeployValueName;
  readonly image: FrameworkImage;
}

/** Local code and the S3 prefix that it belongs below, symbolic. */
export interface PlacedCode extends CodeBundle {
  readonly uri: Json;
}

/** The stage "lower": translates a checked spec to a definition. */
export function lowerSpec(input: LoweringInput): Outcome<LoweredPipeline> {
  const context = new LoweringContext(input, lowerAnyStep);
  const { json, originOf } = finishDraft(lowerPipeline(context));
  const pipelineName = nameText(context.pipelineName);
  return settle(
    {
      // The draft has exactly the members of a definition; finishing it only took the origins out.
      definition: json as unknown as PipelineDefinition,
      originOf,
      pipelineName,
      settings: lowerSettings(context, pipelineName),
      dataPrefix: dataPrefix(context),
      code: [...context.code.values()].map((bundle) => ({ ...bundle, uri: codeUri(context, bundle.sha256) })),
      images: placedImages(context),
    },
    context.diagnostics,
  );
}

function placedImages({ images, imageNames }: LoweringContext): readonly PlacedImage[] {
  return [...new Set(imageNames.values())].flatMap((name) => {
    const image = findFrameworkImage(name.slice('image:'.length), (framework) => imagesOf(images, framework));
    return image === undefined ? [] : [{ name, image }];
  });
}

function nameText(parts: readonly Json[]): Json {
  const [only, ...rest] = parts;
  if (rest.length === 0) return only ?? '';
  return parts.every((part) => typeof part === 'string') ? parts.join('') : { [TEXT_KEY]: parts };
}

function lowerPipeline(context: LoweringContext): Draft {
  const { pipeline } = context.spec;
  const inBranches = new Set(
    pipeline.steps.flatMap((step) => (isRawStep(step) ? [] : branchesOf(step, []).map(({ name }) => name))),
  );
  const top = pipeline.steps.map((step, index) => ({ step, index })).filter(({ step }) => !inBranches.has(step.name));
  return {
    Version: DEFINITION_VERSION,
    Metadata: {},
    Parameters: (pipeline.parameters ?? []).map(
      (parameter, index) => placed(['pipeline', 'parameters', index], lowerParameter(parameter)) ?? null,
    ),
    PipelineExperimentConfig: lowerExperiment(context),
    MlflowConfig: lowerMlflow(context),
    Steps: placed(
      ['pipeline', 'steps'],
      top.map((each) => lowerAnyStep(each, context)),
    ),
  };
}

function lowerParameter({ name, type, defaultValue, enumValues, description }: SpecParameter): Draft {
  return {
    Name: name,
    Type: type,
    DefaultValue: type === 'Float' && isNumber(defaultValue) ? withPoint(defaultValue) : defaultValue,
    EnumValues: enumValues,
    Description: description,
  };
}
