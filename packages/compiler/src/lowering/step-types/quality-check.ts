import { type CheckPlace, datasetInput, lowerCheck } from '../check-job.js';
import type { Draft } from '../draft.js';
import type { LoweringContext } from '../lowering-context.js';
import type { LoweredStep, PlaceOf } from '../step-place.js';

type Place = PlaceOf<'QualityCheck'>;

/** The names of the SageMaker SDK (`quality_check_step.py`). */
const DATASET_INPUT = 'baseline_dataset_input';
const OUTPUT = 'quality_check_output';

/** Lowers a QualityCheck step: AWS's monitoring image is told by its environment what to do. */
export function lowerQualityCheck(place: Place, context: LoweringContext): LoweredStep {
  const { step, path } = place;
  return lowerCheck(
    place satisfies CheckPlace,
    {
      framework: { name: 'model-monitor' },
      inputs: [datasetInput(DATASET_INPUT, place, context)],
      output: OUTPUT,
      environment: { ...dataEnvironment(place), ...modelEnvironment(place, context) },
      siblings: {
        SuppliedBaselineStatistics: context.text(step.body.suppliedBaselineStatistics, [
          ...path,
          step.bodyKey,
          'suppliedBaselineStatistics',
        ]),
      },
    },
    context,
  );
}

function dataEnvironment({ step: { body } }: Place): Readonly<Record<string, Draft>> {
  return {
    output_path: '/opt/ml/processing/output',
    // The image can only publish for monitoring schedules.
    publish_cloudwatch_metrics: 'Disabled',
    dataset_format: datasetFormat(body.baselineDataset),
    dataset_source: `/opt/ml/processing/input/${DATASET_INPUT}`,
  };
}

/** Written as Python writes JSON, so that a cached result of the SDK's definition stays one. */
function datasetFormat({ format = 'csv', header = true }: Place['step']['body']['baselineDataset']): string {
  switch (format) {
    case 'json':
      return '{"json": {"lines": false}}';
    case 'jsonLines':
      return '{"json": {"lines": true}}';
    case 'csv':
      return `{"csv": {"header": ${header}, "output_columns_position": "START"}}`;
    default:
      return `{"${format}": {}}`;
  }
}

function modelEnvironment(
  { step, path }: Place,
  context: LoweringContext,
): Readonly<Record<string, Draft | undefined>> {
  const { body, bodyKey } = step;
  if (body.problemType === undefined) return {};
  const text = (
    key:
      | 'problemType'
      | 'inferenceAttribute'
      | 'probabilityAttribute'
      | 'groundTruthAttribute'
      | 'probabilityThreshold',
  ) => context.text(body[key], [...path, bodyKey, key]);
  return {
    analysis_type: 'MODEL_QUALITY',
    problem_type: text('problemType'),
    inference_attribute: text('inferenceAttribute'),
    probability_attribute: text('probabilityAttribute'),
    ground_truth_attribute: text('groundTruthAttribute'),
    probability_threshold_attribute: text('probabilityThreshold'),
  };
}
