import { z } from 'zod';
import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { Path } from '../../diagnostics/diagnostic.js';
import { didYouMean } from '../../diagnostics/did-you-mean.js';
import { isJsonList, isJsonObject, type Json, type JsonObject, objectFromEntries } from '../../source/json.js';
import { describeValue } from '../../spec/describe-value.js';
import { literalDiagnostics } from '../../spec/literal-only.js';
import { reportMissingKey } from '../../spec/missing-key.js';
import { parseValue } from '../../spec/parse-value.js';
import { forwardIssues, type IssueContext, reportIssue } from '../../spec/report-issue.js';
import { specDiagnostics } from '../../spec/spec-diagnostics.js';

/** Messages on the analysis of a ClarifyCheck step. */
export const clarifyDiagnostics = defineDiagnostics('spec', {
  'model-name-in-config': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R96'],
    message: () => 'the name of the model does not stand in the configuration: SageMaker writes it there',
    help: () => 'remove "model_name", and give "modelNameStep" or "modelName" beside "config"',
    explanation:
      'A check of a model names the model beside its arguments, where the name may come from a step. SageMaker starts an endpoint for it and completes the configuration. The SageMaker SDK removes the name from the configuration too.',
  },
});

/** The keys of analysis_config.json (SageMaker SDK v2.257.6, `clarify.py`, `ANALYSIS_CONFIG_SCHEMA_V1_0`). */
const CONFIG_KEYS = [
  'version',
  'dataset_type',
  'dataset_uri',
  'headers',
  'label',
  'predicted_label',
  'features',
  'label_values_or_threshold',
  'probability_threshold',
  'segment_config',
  'facet',
  'facet_dataset_uri',
  'facet_headers',
  'predicted_label_dataset_uri',
  'predicted_label_headers',
  'excluded_columns',
  'joinsource_name_or_index',
  'group_variable',
  'time_series_data_config',
  'methods',
  'predictor',
];

/**
 * The content of a file, so every value must be known when the pipeline is compiled. Its grammar belongs to the Clarify
 * image, which has versions: a key that is near a known one is refused, any other goes through.
 */
export const analysisConfig = z
  .unknown()
  .meta({ type: 'object' })
  .transform((input, context): JsonObject => {
    // Every value that reaches a spec schema was read as JSON.
    const given = input as Json | undefined;
    if (given === undefined) return reportMissingKey(context) ?? z.NEVER;
    if (!isJsonObject(given)) {
      const parameters = { expected: 'a map', given: describeValue(given) };
      reportIssue(context, specDiagnostics['wrong-type'], { parameters });
      return z.NEVER;
    }
    for (const key of Object.keys(given)) reportMisspelt(key, Object.keys(given), context);
    // A map is read to a map.
    return literalPart(given, [], context) as JsonObject;
  });

function reportMisspelt(key: string, given: readonly string[], context: IssueContext): void {
  if (CONFIG_KEYS.includes(key) || didYouMean(key, CONFIG_KEYS) === undefined) return;
  const parameters = { key, allowed: CONFIG_KEYS, given };
  reportIssue(context, specDiagnostics['unknown-key'], { parameters, at: [key], place: { target: 'key' } });
}

function literalPart(part: Json, at: Path, context: IssueContext): Json {
  if (isJsonList(part)) return part.map((item, index) => literalPart(item, [...at, index], context));
  if (isJsonObject(part))
    return objectFromEntries(
      Object.entries(part).map(([key, each]) => [key, literalPart(each, [...at, key], context)]),
    );
  return typeof part === 'string' ? literalTextPart(part, at, context) : part;
}

function literalTextPart(text: string, at: Path, context: IssueContext): Json {
  const issues: z.core.$ZodIssue[] = [];
  const value = parseValue(
    text,
    { addIssue: (issue) => issues.push({ path: [], ...issue } as z.core.$ZodIssue) },
    'text',
  );
  forwardIssues(context, issues, at);
  if (value?.form.kind === 'literal') return value.form.value;
  if (value !== undefined) reportIssue(context, literalDiagnostics['literal-only'], { parameters: undefined, at });
  return text;
}

/** What a kind of check must find in its configuration: one of the methods, and further keys. */
interface Need {
  readonly methods: readonly string[];
  readonly keys: readonly string[];
}

const NEEDS: Readonly<Record<string, Need>> = {
  DATA_BIAS: { methods: ['pre_training_bias'], keys: ['facet', 'label_values_or_threshold'] },
  MODEL_BIAS: { methods: ['post_training_bias'], keys: ['facet', 'label_values_or_threshold', 'predictor'] },
  MODEL_EXPLAINABILITY: { methods: ['shap', 'pdp', 'asymmetric_shapley_value'], keys: ['predictor'] },
};

/** What a configuration is checked against. */
export interface AnalysisOfCheck {
  /** AWS's spelling: `DATA_BIAS`. */
  readonly checkType: string;
  readonly config: JsonObject;
}

/** Checks that the configuration is one for the kind of check; the methods of bias have a default. */
export function checkAnalysisConfig({ checkType, config }: AnalysisOfCheck, context: IssueContext): void {
  const need = NEEDS[checkType];
  if (need === undefined) return;
  for (const key of need.keys.filter((each) => config[each] === undefined))
    reportMissing(key, { what: 'this kind of check needs it', at: ['config'] }, context);
  reportMethods(config['methods'], need, context);
  reportModelName(config, context);
}

function reportMissing(key: string, { what, at }: { what: string; at: Path }, context: IssueContext): void {
  reportIssue(context, specDiagnostics['missing-key'], { parameters: { key, what }, at });
}

function reportMethods(given: Json | undefined, { methods }: Need, context: IssueContext): void {
  const what = `this kind of check calculates ${methods.length === 1 ? '' : 'one of '}${methods.join(', ')}`;
  if (given === undefined && methods.length > 1) reportMissing('methods', { what, at: ['config'] }, context);
  if (!isJsonObject(given) || methods.some((method) => given[method] !== undefined)) return;
  reportMissing(methods[0] ?? '', { what, at: ['config', 'methods'] }, context);
}

function reportModelName({ predictor }: JsonObject, context: IssueContext): void {
  if (!isJsonObject(predictor) || predictor['model_name'] === undefined) return;
  const at = ['config', 'predictor', 'model_name'];
  reportIssue(context, clarifyDiagnostics['model-name-in-config'], {
    parameters: undefined,
    at,
    place: { target: 'key' },
  });
}
