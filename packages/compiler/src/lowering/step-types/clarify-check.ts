import { isJsonObject, type JsonObject, TEXT_KEY, writeJson } from '@millrace/schema';
import { makeCodeBundle } from '../../code/code-bundle.js';
import { datasetInput, lowerCheck } from '../check-job.js';
import { type Draft, placed } from '../draft.js';
import type { LoweringContext } from '../lowering-context.js';
import { processingInput } from '../processing-input.js';
import type { LoweredStep, PlaceOf } from '../step-place.js';

type Place = PlaceOf<'ClarifyCheck'>;

const CONFIG_FILE = 'analysis_config.json';

/** What Clarify writes continuously, because explanations of images are large (SageMaker SDK, `ProcessingOutputHandler`). */
const IMAGES = 'application/x-image';

/** Lowers a ClarifyCheck step; its analysis is a file that the container reads, kept by content as code is. */
export function lowerClarifyCheck(place: Place, context: LoweringContext): LoweredStep {
  const { step, path } = place;
  const at = [...path, step.bodyKey];
  const config = completeConfig(step.body);
  return lowerCheck(
    place,
    {
      framework: { name: 'clarify', version: '1.0' },
      inputs: [configInput(config, place, context), datasetInput('dataset', place, context)],
      output: 'analysis_result',
      uploadMode: config['dataset_type'] === IMAGES ? 'Continuous' : 'EndOfJob',
      siblings: {
        ModelName:
          context.text(step.body.modelNameStep, [...at, 'modelNameStep']) ??
          context.text(step.body.modelName, [...at, 'modelName']),
      },
    },
    context,
  );
}

/** The defaults of the SageMaker SDK: CSV, all metrics of bias, and a report. */
function completeConfig({ config, checkType }: Place['step']['body']): JsonObject {
  const methods = isJsonObject(config['methods']) ? config['methods'] : (DEFAULT_METHODS[checkType] ?? {});
  return { dataset_type: 'text/csv', ...config, methods: { ...methods, report: methods['report'] ?? REPORT } };
}

const REPORT = { name: 'report', title: 'Analysis Report' };

const DEFAULT_METHODS: Readonly<Record<string, JsonObject>> = {
  DATA_BIAS: { pre_training_bias: { methods: 'all' } },
  MODEL_BIAS: { post_training_bias: { methods: 'all' } },
};

function configInput(config: JsonObject, { step, path }: Place, context: LoweringContext): Draft {
  const bundle = makeCodeBundle([{ path: CONFIG_FILE, bytes: Buffer.from(writeJson(config)) }]);
  const uri = { [TEXT_KEY]: [context.addCode(bundle), `/${CONFIG_FILE}`] };
  const input = processingInput('analysis_config', uri, '/opt/ml/processing/input/config');
  return placed([...path, step.bodyKey, 'config'], input) ?? null;
}
