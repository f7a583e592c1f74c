import type { Json, JsonObject } from '../source/json.js';

/** The only version of the pipeline definition schema. */
export const DEFINITION_VERSION = '2020-12-01';

/**
 * What SageMaker receives: the pipeline definition JSON. In its symbolic form deploy values stand
 * where scalars will (`deploy-value.ts`). Members are AWS's; see `facts` of the step types for `Arguments`.
 */
export interface PipelineDefinition {
  readonly Version: string;
  readonly Metadata?: JsonObject;
  readonly Parameters?: readonly DefinitionParameter[];
  readonly PipelineExperimentConfig?: JsonObject | null;
  readonly MlflowConfig?: JsonObject | null;
  readonly Steps: readonly DefinitionStep[];
}

/** The types of pipeline parameters. */
export const PARAMETER_TYPES = ['String', 'Integer', 'Float', 'Boolean'] as const;

/** The type of a pipeline parameter. */
export type ParameterType = (typeof PARAMETER_TYPES)[number];

/** A pipeline parameter of a definition. */
export interface DefinitionParameter {
  readonly Name: string;
  /** Absent means `String`. */
  readonly Type?: ParameterType;
  readonly DefaultValue?: Json;
  readonly EnumValues?: readonly string[];
  readonly Description?: string;
}

/** A step of a definition: the envelope that all types share, and members of single types beside it. */
export interface DefinitionStep {
  readonly Name: string;
  readonly Type: string;
  readonly Arguments: JsonObject;
  readonly DependsOn?: readonly string[];
  readonly DisplayName?: string;
  readonly Description?: string;
  readonly CacheConfig?: JsonObject;
  readonly RetryPolicies?: readonly JsonObject[];
  readonly PropertyFiles?: readonly DefinitionPropertyFile[];
  readonly [member: string]: unknown;
}

/** A JSON file in an output of a Processing step that conditions can read. */
export interface DefinitionPropertyFile {
  readonly PropertyFileName: string;
  readonly OutputName: string;
  /** Relative to the output. */
  readonly FilePath: string;
}
