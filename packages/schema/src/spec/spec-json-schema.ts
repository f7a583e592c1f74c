import { z } from 'zod';
import { comparison, membership } from '../step-types/condition/comparison.js';
import { reportObject } from '../step-types/register-model/model-reports.js';
import { BODY_KEYS } from '../step-types/step-type-names.js';
import { STEP_TYPES, type StepType } from '../step-types/step-type-registry.js';
import { spotObject } from '../step-types/training/spot-setting.js';
import { SUGAR_TYPES, type SugarType, sugarTypeDeclarations } from '../sugar-types/sugar-type-registry.js';
import { approvalObject } from './approval-setting.js';
import { DEPLOY_TIME_MARK } from './deploy-time-only.js';
import { inheritableStep } from './inheritable-step.js';
import type { JsonSchema } from './json-schema.js';
import { LITERAL_MARK } from './literal-only.js';
import { networkConfig } from './network-setting.js';
import { specStep, stepSchemas } from './parse-step.js';
import type { EXPRESSION_NAMES } from './parse-value.js';
import { pipelineSpec } from './pipeline-spec.js';
import { rawStepSchema } from './raw-step.js';
import { scheduleObject } from './schedule-setting.js';
import { SLOT_MARK } from './slots.js';
import { sugarStepSchemas } from './sugar-step.js';
import { experimentNames } from './tracking-settings.js';

/**
 * The JSON Schema of the spec (draft 2020-12), for editors: completion, descriptions, most mistakes.
 * What it cannot say (names of other steps, exactly one of several keys) the compiler does.
 */
export function specJsonSchema(): JsonSchema {
  const { $schema, ...root } = toJsonSchema(pipelineSpec);
  return {
    $schema,
    title: 'Millrace pipeline',
    description: 'An Amazon SageMaker pipeline, described for Millrace.',
    ...root,
    $defs: {
      ...stepDefinitions(),
      Condition: conditionDefinition(),
      Approval: withoutDialect(approvalObject),
      Experiment: withoutDialect(experimentNames),
      NetworkConfig: withoutDialect(networkConfig),
      Report: withoutDialect(reportObject),
      Schedule: withoutDialect(scheduleObject),
      Spot: withoutDialect(spotObject),
      ValueExpression: VALUE_EXPRESSION,
    },
  };
}

function toJsonSchema(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-2020-12',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => completeNode(zodSchema, jsonSchema as JsonSchema),
  }) as JsonSchema;
}

function withoutDialect(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...rest } = toJsonSchema(schema);
  return rest;
}

/** What zod cannot know: a slot also takes expressions, and the schema of a step depends on its type. */
function completeNode(zodSchema: z.core.$ZodType, node: JsonSchema): void {
  if (zodSchema === stepInput) Object.assign(node, STEP);
  if (node[LITERAL_MARK] === true || node[DEPLOY_TIME_MARK] === true) withoutExpression(node);
  if (zodSchema instanceof z.ZodRecord) allowEach(node);
  if (node[SLOT_MARK] !== true) return;
  const { [SLOT_MARK]: _, description, ...literal } = node;
  for (const key of Object.keys(node)) delete node[key];
  const orExpression = [allowReferences(literal), { $ref: '#/$defs/ValueExpression' }];
  Object.assign(node, { ...(description === undefined ? {} : { description }), anyOf: orExpression });
}

/** A map of free keys may also be the map of an item of `forEach`. */
function allowEach(node: JsonSchema): void {
  const { description, ...map } = node;
  for (const key of Object.keys(node)) delete node[key];
  const each = { const: `\${each.value}` };
  Object.assign(node, { ...(description === undefined ? {} : { description }), anyOf: [map, each] });
}

// The input side of the schema that dispatches on the type.
const stepInput: z.core.$ZodType = specStep._zod.def.in;

// The node of the slot inside is complete by now: its literal form, perhaps with references, or an expression.
function withoutExpression(node: JsonSchema): void {
  const isLiteral = node[LITERAL_MARK] === true;
  delete node[LITERAL_MARK];
  delete node[DEPLOY_TIME_MARK];
  if (!Array.isArray(node['anyOf'])) return;
  const [literal] = node['anyOf'];
  delete node['anyOf'];
  Object.assign(node, isLiteral ? allowFanOut(literal.anyOf?.[0] ?? literal) : literal);
}

/** Where a step is fanned out, its literals may name the item: `Train-${each.key}`. */
function allowFanOut(literal: JsonSchema): JsonSchema {
  if (literal['pattern'] === undefined && literal['enum'] === undefined) return literal;
  return { anyOf: [literal, { type: 'string', pattern: '\\$\\{each\\.' }] };
}

/** Text may hold references in place of its literal form, so patterns and enums only hold where there are none. */
function allowReferences(literal: JsonSchema): JsonSchema {
  if (literal['pattern'] === undefined && literal['enum'] === undefined) return literal;
  return { anyOf: [literal, { type: 'string', pattern: REFERENCE }] };
}

const REFERENCE = '\\$\\{|\\{\\{|<default_bucket>|^ssm(-org|-domain|-env)?:';

const STEP: JsonSchema = {
  type: 'object',
  if: { required: ['raw'] },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema; nobody awaits this data
  then: { $ref: '#/$defs/RawStep' },
  else: { $ref: '#/$defs/TypedStep' },
};

const TYPED_STEP: JsonSchema = {
  required: ['name', 'type'],
  properties: { type: { enum: [...STEP_TYPES, ...SUGAR_TYPES], description: 'What kind of step this is.' } },
  allOf: [...STEP_TYPES, ...SUGAR_TYPES].map((type) => ({
    if: { properties: { type: { const: type } }, required: ['type'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema; nobody awaits this data
    then: { $ref: `#/$defs/${type}Step` },
  })),
};

function stepDefinitions(): JsonSchema {
  const byType = STEP_TYPES.map((type) => [`${type}Step`, stepDefinition(type)] as const);
  const raw = { title: "A step in SageMaker's words", ...withoutDialect(rawStepSchema) };
  const sugar = SUGAR_TYPES.map((type) => [`${type}Step`, sugarDefinition(type)] as const);
  return { TypedStep: TYPED_STEP, RawStep: raw, ...Object.fromEntries([...byType, ...sugar]) };
}

function sugarDefinition(type: SugarType): JsonSchema {
  const { bodyKey, summary } = sugarTypeDeclarations[type];
  const step = inheritableStep(withoutDialect(sugarStepSchemas[type]), bodyKey);
  return { title: `${type} step`, description: summary, ...step };
}

function stepDefinition(type: StepType): JsonSchema {
  return {
    title: `${type} step`,
    description: `A step of type ${type}, with its body under "${BODY_KEYS[type]}".`,
    ...inheritableStep(withoutDialect(stepSchemas[type]), BODY_KEYS[type]),
  };
}

/** Conditions hold conditions: a schema that zod would have to write out without end. */
function conditionDefinition(): JsonSchema {
  const inner = { $ref: '#/$defs/Condition' };
  const list = { type: 'array', minItems: 1, items: inner };
  const combination = (key: string, value: JsonSchema, description: string) => ({
    type: 'object',
    required: [key],
    additionalProperties: false,
    properties: { [key]: { ...value, description } },
  });
  return {
    description: 'A comparison, or all, any and not of conditions.',
    anyOf: [
      withoutDialect(comparison),
      withoutDialect(membership),
      combination('all', list, 'Every one of the conditions holds.'),
      combination('any', list, 'At least one of the conditions holds.'),
      combination('not', inner, 'The condition does not hold.'),
    ],
  };
}

const VALUE_EXPRESSION: JsonSchema = {
  description: 'A value that is known when the pipeline runs: exactly one of these keys.',
  type: 'object',
  minProperties: 1,
  maxProperties: 1,
  additionalProperties: false,
  properties: {
    parameter: { type: 'string', description: 'Name of a pipeline parameter.' },
    stepOutput: { type: 'string', description: 'STEP.OUTPUT, as Preprocess.train or Train.modelArtifacts.' },
    property: {
      type: 'string',
      description: 'STEP.Path of the Describe response of its job, as Train.ModelArtifacts.S3ModelArtifacts.',
    },
    execution: { type: 'string', description: 'A variable of the execution, as PipelineExecutionId.' },
    join: { description: 'Values put together: a list, or { on: SEPARATOR, values: [...] }.' },
    propertyFile: { type: 'string', description: 'STEP.FILE, as Evaluate.Report: the S3 URI of a property file.' },
    jsonGet: { type: 'object', description: 'A value in a property file: { step, propertyFile, path }.' },
    literal: { description: 'Text taken as it is, without references.' },
  } satisfies Record<(typeof EXPRESSION_NAMES)[number], unknown>,
};
