import { availableParallelism } from 'node:os';
import type { PlainJsonObject } from '@millrace/schema';
import {
  compactJson,
  type PythonValue,
  pythonEnvironmentText,
  pythonJson,
  pythonText,
  readHyperparameter,
} from './python-value.js';
import { CONTAINER_HOST } from './resource-config.js';

/*
 * Script mode: what SageMaker's framework images do between "train" and the author's script
 * (sagemaker-training-toolkit: environment.py, mapping.py, ENVIRONMENT_VARIABLES.md).
 */

/** Hyperparameters of the toolkit itself; scripts do not see them. */
const PREFIX = 'sagemaker_';

/** Those with a meaning of their own; other `sagemaker_…` go to SM_FRAMEWORK_PARAMS. */
const CONSUMED: ReadonlySet<string> = new Set([
  'sagemaker_program',
  'sagemaker_submit_directory',
  'sagemaker_container_log_level',
  'sagemaker_job_name',
  'sagemaker_region',
  'sagemaker_s3_output',
]);

/** What script mode needs to know of a job. */
export interface ScriptModeJob {
  /** As in the request: by name, all texts. */
  readonly hyperparameters: Readonly<Record<string, string>>;
  readonly channels: readonly string[];
  readonly inputDataConfig: PlainJsonObject;
  readonly resourceConfig: PlainJsonObject;
  readonly jobName: string;
}

type Values = ReadonlyMap<string, PythonValue>;

/** The value of a hyperparameter of the toolkit: `sagemaker_program` is `"train.py"`, quotes removed. */
export function toolkitSetting(hyperparameters: Readonly<Record<string, string>>, name: string): string | undefined {
  const text = hyperparameters[name];
  return text === undefined ? undefined : pythonText(readHyperparameter(text));
}

/** The script's arguments: `--key value` for every hyperparameter, by name; a key of one letter gets one dash. */
export function scriptArguments(hyperparameters: Readonly<Record<string, string>>): readonly string[] {
  return sorted(scriptValues(hyperparameters)).flatMap(([key, value]) => [
    key.length > 1 ? `--${key}` : `-${key}`,
    pythonText(value),
  ]);
}

/** The complete `SM_*` environment of a script. */
export function scriptEnvironment(job: ScriptModeJob): Readonly<Record<string, string>> {
  const values = scriptValues(job.hyperparameters);
  const plain = { ...describePaths(job), ...describeHosts(job) };
  const json = {
    ...plain,
    hyperparameters: PLACEHOLDER,
    channel_input_dirs: channelFolders(job.channels),
    job_name: job.jobName,
  };
  const hyperparameters = `{${sorted(values)
    .map(([key, value]) => `${JSON.stringify(key)}:${pythonJson(value)}`)
    .join(',')}}`;
  return {
    ...Object.fromEntries(
      Object.entries(plain).map(([key, value]) => [
        `SM_${key.toUpperCase()}`,
        typeof value === 'string' ? value : compactJson(value),
      ]),
    ),
    SM_HPS: hyperparameters,
    SM_TRAINING_ENV: compactJson(json).replace(JSON.stringify(PLACEHOLDER), () => hyperparameters),
    SM_USER_ARGS: compactJson([...scriptArguments(job.hyperparameters)]),
    ...Object.fromEntries(
      Object.entries(channelFolders(job.channels)).map(([name, folder]) => [
        `SM_CHANNEL_${name.toUpperCase()}`,
        folder,
      ]),
    ),
    ...Object.fromEntries(
      [...values].map(([key, value]) => [`SM_HP_${key.toUpperCase()}`, pythonEnvironmentText(value)]),
    ),
    TRAINING_JOB_NAME: job.jobName,
  };
}

const PLACEHOLDER = '<hyperparameters>';

function scriptValues(hyperparameters: Readonly<Record<string, string>>): Values {
  const own = Object.entries(hyperparameters).filter(([key]) => !key.startsWith(PREFIX));
  return new Map(own.map(([key, text]) => [key, readHyperparameter(text)]));
}

function sorted(values: Values): readonly (readonly [string, PythonValue])[] {
  return [...values].sort(([a], [b]) => (a < b ? -1 : 1));
}

function channelFolders(channels: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(channels.map((channel) => [channel, `/opt/ml/input/data/${channel}`]));
}

function describePaths({ hyperparameters, channels, inputDataConfig }: ScriptModeJob): PlainJsonObject {
  const program = toolkitSetting(hyperparameters, 'sagemaker_program') ?? '';
  const framework = Object.entries(hyperparameters).filter(([key]) => key.startsWith(PREFIX) && !CONSUMED.has(key));
  return {
    channels: [...channels].sort(),
    framework_module: '',
    framework_params: Object.fromEntries(framework.map(([key, text]) => [key, pythonText(readHyperparameter(text))])),
    input_config_dir: '/opt/ml/input/config',
    input_data_config: inputDataConfig,
    input_dir: '/opt/ml/input',
    log_level: Number(toolkitSetting(hyperparameters, 'sagemaker_container_log_level') ?? 20),
    model_dir: '/opt/ml/model',
    module_dir: toolkitSetting(hyperparameters, 'sagemaker_submit_directory') ?? '/opt/ml/code',
    module_name: program.replace(/\.py$/, ''),
    output_data_dir: '/opt/ml/output/data',
    output_dir: '/opt/ml/output',
    output_intermediate_dir: '/opt/ml/output/intermediate',
    user_entry_point: program,
  };
}

function describeHosts({ resourceConfig }: ScriptModeJob): PlainJsonObject {
  const instanceType = resourceConfig['current_instance_type'] ?? 'local';
  const group = 'homogeneousCluster';
  return {
    current_host: CONTAINER_HOST,
    current_instance_group: group,
    current_instance_group_hosts: [CONTAINER_HOST],
    current_instance_type: instanceType,
    distribution_instance_groups: [],
    hosts: [CONTAINER_HOST],
    instance_groups: [group],
    instance_groups_dict: {
      [group]: { instance_group_name: group, instance_type: instanceType, hosts: [CONTAINER_HOST] },
    },
    is_hetero: false,
    network_interface_name: 'eth0',
    num_cpus: availableParallelism(),
    num_gpus: 0,
    resource_config: resourceConfig,
  };
}
