import { z } from 'zod';
import { BRANCH_MEMBERS } from '../definition/placed-steps.js';
import { didYouMean } from '../diagnostics/did-you-mean.js';
import { isJsonObject, type Json, type JsonObject } from '../source/json.js';
import { settingsOf } from '../step-types/step-fields.js';
import { STEP_SETTINGS } from '../step-types/step-type-facts.js';
import {
  BODY_KEYS,
  isSageMakerStepType,
  SAGEMAKER_STEP_TYPES,
  type SageMakerStepType,
  STEP_TYPE_ALIASES,
} from '../step-types/step-type-names.js';
import {
  type DeclarationOf,
  STEP_TYPES,
  type StepType,
  stepTypeDeclarations,
} from '../step-types/step-type-registry.js';
import { SUGAR_TYPES } from '../sugar-types/sugar-type-registry.js';
import { authorObject } from './author-object.js';
import { describeValue } from './describe-value.js';
import { parseRawStep, type RawStep } from './raw-step.js';
import { forwardIssues, type IssueContext, reportIssue } from './report-issue.js';
import type { RetrySetting } from './retry-setting.js';
import { specDiagnostics } from './spec-diagnostics.js';
import { type StepEnvelope, stepEnvelope } from './step-envelope.js';
import { stepTypeDiagnostics } from './step-type-diagnostics.js';

/** The body of a step type after validation. */
export type StepBody<T extends StepType> = z.output<DeclarationOf<T>['body']>;

/** A step of a validated spec. Its body lies under the same name for all types, so that shared code needs no key. */
export type SpecStep = { [T in StepType]: SpecStepOf<T> }[StepType];

/** A step of one type. */
export interface SpecStepOf<T extends StepType> extends StepEnvelope {
  readonly type: T;
  readonly bodyKey: string;
  readonly body: StepBody<T>;
}

/** The schema of a step of each type, with the body under the key of the type. */
export const stepSchemas: Readonly<Record<StepType, z.ZodObject>> = Object.fromEntries(
  STEP_TYPES.map((type) => [type, stepSchema(type)]),
  // fromEntries forgets that the keys are exactly the step types.
) as Readonly<Record<StepType, z.ZodObject>>;

function stepSchema(type: StepType): z.ZodObject {
  const { summary, body } = stepTypeDeclarations[type];
  return authorObject({ ...stepEnvelope, type: z.literal(type), [BODY_KEYS[type]]: body.describe(summary) });
}

/** A step of any type: the type decides which schema it must satisfy; or a step in SageMaker's words. */
export const specStep = z.unknown().transform((input, context): SpecStep | RawStep => {
  // Every value that reaches a spec schema was read as JSON.
  const json = input as Json;
  if (isJsonObject(json) && json['raw'] !== undefined) return parseRawStep(json, context) ?? z.NEVER;
  const type = dispatch(json, context);
  if (type === undefined) return z.NEVER;
  const parsed = stepSchemas[type].safeParse(input);
  if (!parsed.success) {
    forwardIssues(context, parsed.error.issues);
    return z.NEVER;
  }
  reportForeignSettings(type, parsed.data, context);
  reportBranches(type, parsed.data['arguments'], context);
  // The envelope's own schema has just made this of the key.
  reportForeignExceptions(type, parsed.data['retry'] as RetrySetting | undefined, context);
  const bodyKey = BODY_KEYS[type];
  const { [bodyKey]: body, ...envelope } = parsed.data;
  // The schema of the type has just produced exactly this.
  return { ...envelope, bodyKey, body } as unknown as SpecStep;
});

function reportForeignSettings(type: StepType, given: Readonly<Record<string, unknown>>, context: IssueContext): void {
  const taken = settingsOf(type);
  for (const setting of ['cache', 'retry', ...STEP_SETTINGS]) {
    if (given[setting] === undefined || taken.includes(setting)) continue;
    reportIssue(context, stepTypeDiagnostics['setting-not-for-type'], {
      parameters: { type, setting },
      at: [setting],
      place: { target: 'key' },
    });
  }
}

function reportBranches(type: StepType, given: unknown, context: IssueContext): void {
  if (stepTypeDeclarations[type].facts.execution !== 'branch' || typeof given !== 'object' || given === null) return;
  for (const { member } of BRANCH_MEMBERS) {
    if (!Object.hasOwn(given, member)) continue;
    reportIssue(context, stepTypeDiagnostics['branches-in-arguments'], {
      parameters: { member },
      at: ['arguments', member],
      place: { target: 'key' },
    });
  }
}

function reportForeignExceptions(type: StepType, setting: RetrySetting | undefined, context: IssueContext): void {
  const { retry } = stepTypeDeclarations[type].facts;
  if (retry === false || !Array.isArray(setting)) return;
  const allowed: readonly string[] = retry.exceptions;
  for (const [policy, { exceptions }] of setting.entries()) {
    for (const [index, exception] of exceptions.entries()) {
      if (allowed.includes(exception)) continue;
      const parameters = { type, exception, allowed };
      const at = ['retry', policy, 'exceptions', index];
      reportIssue(context, stepTypeDiagnostics['exception-not-for-type'], { parameters, at });
    }
  }
}

/** Finds the type of a step, or reports why there is none. */
function dispatch(input: Json, context: IssueContext): StepType | undefined {
  if (!isJsonObject(input)) {
    reportIssue(context, specDiagnostics['wrong-type'], {
      parameters: { expected: 'a step (a map)', given: describeValue(input) },
    });
    return undefined;
  }
  const type = input['type'];
  if (typeof type !== 'string') return reportNoType(input, context);
  if (!isSageMakerStepType(type)) return reportUnknownType(type, context);
  const foreign = foreignBody(type, input);
  if (foreign !== undefined) return reportForeignBody(type, foreign, context);
  return type;
}

function reportNoType(input: JsonObject, context: IssueContext): undefined {
  if (input['type'] !== undefined) {
    const parameters = { expected: 'the name of a step type', given: describeValue(input['type']) };
    reportIssue(context, specDiagnostics['wrong-type'], { parameters, at: ['type'] });
    return;
  }
  const misspelt = Object.keys(input).find((key) => didYouMean(key, ['raw']) !== undefined);
  if (misspelt !== undefined) {
    const parameters = { key: misspelt, allowed: ['raw'], given: [] };
    reportIssue(context, specDiagnostics['unknown-key'], { parameters, at: [misspelt], place: { target: 'key' } });
    return;
  }
  const likely = SAGEMAKER_STEP_TYPES.find((type) => input[BODY_KEYS[type]] !== undefined);
  const what = likely === undefined ? undefined : `the body "${BODY_KEYS[likely]}" belongs to "type: ${likely}"`;
  reportIssue(context, specDiagnostics['missing-key'], { parameters: { key: 'type', what } });
}

function reportUnknownType(given: string, context: IssueContext): undefined {
  const alias = Object.hasOwn(STEP_TYPE_ALIASES, given) ? STEP_TYPE_ALIASES[given] : undefined;
  reportIssue(context, stepTypeDiagnostics['unknown-step-type'], {
    parameters: { given, known: [...SAGEMAKER_STEP_TYPES, ...SUGAR_TYPES], alias },
    at: ['type'],
  });
}

/** The type whose body is given in place of the step's own. */
function foreignBody(type: SageMakerStepType, input: JsonObject): SageMakerStepType | undefined {
  if (input[BODY_KEYS[type]] !== undefined) return undefined;
  return SAGEMAKER_STEP_TYPES.find((each) => input[BODY_KEYS[each]] !== undefined);
}

function reportForeignBody(type: SageMakerStepType, givenType: SageMakerStepType, context: IssueContext): undefined {
  const parameters = { type, own: BODY_KEYS[type], given: BODY_KEYS[givenType], givenType };
  reportIssue(context, stepTypeDiagnostics['body-does-not-match-type'], {
    parameters,
    at: [BODY_KEYS[givenType]],
    place: { target: 'key' },
  });
}
