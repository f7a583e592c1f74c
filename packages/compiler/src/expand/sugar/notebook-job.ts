import type { SourceEntry, SourceMap } from '@millrace/schema';
import { makeNode, type NodePlan } from '../make-node.js';
import { mergeMaps } from './merge-maps.js';
import type { SugarStep, SugarWriter } from './sugar-step.js';

/** The channel in which the container of a notebook job finds its files. */
const CHANNEL = 'sagemaker_headless_execution_pipelinestep';

/**
 * A notebook job is a training job whose container runs a notebook. Source of names and values: SageMaker SDK v2,
 * `notebook_job_step.py`. There a name of the job is made with the clock; here it is that of the step.
 */
export const writeNotebookJob: SugarWriter = (step) => {
  const { settings, place } = step;
  const { name, type, environment, tags, arguments: members, ...others } = Object.fromEntries(settings);
  const own = Object.fromEntries(Object.entries(others).filter(([key]) => key !== 'notebookJob'));
  const plan: NodePlan = {
    name,
    type: 'Training',
    ...own,
    cache: 'none',
    environment: mergeMaps(makeNode(environmentOf(step), place), environment),
    tags: mergeMaps(makeNode(tagsOf(step), place), tags),
    training: trainingOf(step),
    arguments: mergeMaps(makeNode(argumentsOf(step), place), members),
  };
  // A plan that is a map gives a map.
  return { steps: [makeNode(plan, { ...place, origin: step.written }) as SourceMap], diagnostics: [] };
};

function trainingOf({ fields, defaults }: SugarStep): NodePlan {
  const field = (key: string): SourceEntry | undefined => fields.get(key);
  const usual = (key: string, value: string) => field(key) ?? (defaults.includes(key) ? undefined : value);
  const files = field('files')?.value;
  return {
    imageUri: field('imageUri'),
    instanceType: usual('instanceType', 'ml.m5.large'),
    instanceCount: 1,
    volumeSizeInGB: field('volumeSizeInGB'),
    maxRuntime: usual('maxRuntime', '2d'),
    hyperparameters: field('parameters'),
    outputPath: field('outputPath'),
    inputChannels: [
      {
        channelName: CHANNEL,
        files: [field('notebook'), field('initializationScript'), ...(files?.kind === 'list' ? files.items : [])],
      },
    ],
  };
}

function environmentOf({ name, fields }: SugarStep): Exclude<NodePlan, undefined> {
  return {
    AWS_DEFAULT_REGION: '{{region}}',
    SM_JOB_DEF_VERSION: '1.0',
    SM_ENV_NAME: 'sagemaker-default-env',
    SM_SKIP_EFS_SIMULATION: 'true',
    SM_EXECUTION_INPUT_PATH: `/opt/ml/input/data/${CHANNEL}`,
    SM_KERNEL_NAME: fields.get('kernelName'),
    SM_INPUT_NOTEBOOK_NAME: fileNameIn(fields.get('notebook')),
    SM_OUTPUT_NOTEBOOK_NAME: `${jobNameOf(name)}.ipynb`,
    SM_INIT_SCRIPT: fileNameIn(fields.get('initializationScript')),
  };
}

/** By these Studio finds the job. */
function tagsOf({ name, fields }: SugarStep): Exclude<NodePlan, undefined> {
  return {
    'sagemaker:name': name,
    'sagemaker:notebook-name': fileNameIn(fields.get('notebook')),
    'sagemaker:notebook-job-origin': 'PIPELINE_STEP',
    'sagemaker:is-studio-archived': 'false',
  };
}

function argumentsOf({ fields }: SugarStep): Exclude<NodePlan, undefined> {
  return {
    AlgorithmSpecification: { ContainerEntrypoint: ['amazon_sagemaker_scheduler'] },
    RetryStrategy: { MaximumRetryAttempts: fields.get('maxRetryAttempts') ?? 1 },
  };
}

function fileNameIn(entry: SourceEntry | undefined): string | undefined {
  if (entry?.value.kind !== 'scalar') return undefined;
  const path = String(entry.value.value);
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The SDK's name of the job: it begins with a letter or digit and has no other signs than "-". */
function jobNameOf(name: string): string {
  return name.replace(/^[^a-zA-Z0-9]+/, '').replace(/[^a-zA-Z0-9-]/g, '-');
}
