import { Token } from 'aws-cdk-lib';
import { wrongNetwork } from '../model-endpoint/endpoint-network.js';
import { outOfRange } from '../refuse/out-of-range.js';
import type { WrongProp } from '../refuse/refuse.js';
import { wrongInstanceType } from '../refuse/wrong-instance-type.js';
import type { ModelMonitoringProps } from './model-monitoring-props.js';
import { EVERY_HOUR } from './monitor.js';
import { DEFAULT_INSTANCE_TYPE } from './monitor-job.js';
import type { MonitorSettings } from './monitor-settings.js';

/** All that is wrong with the settings of the monitors of an endpoint. */
export function wrongMonitoring(props: ModelMonitoringProps): readonly WrongProp[] {
  const { endpointName, dataQuality, modelQuality, bias, explainability } = props;
  const monitors = Object.entries({ dataQuality, modelQuality, bias, explainability });
  return [
    ...wrongEndpointName(endpointName),
    ...wrongNetwork(props.network),
    ...monitors.flatMap(([name, settings]) => (settings === undefined ? [] : wrongMonitor(name, settings))),
    ...wrongAttributes(modelQuality),
    ...(monitors.some(([, settings]) => settings !== undefined) ? [] : [NOTHING]),
  ];
}

const NOTHING: WrongProp = {
  prop: 'dataQuality, modelQuality, bias, explainability',
  given: undefined,
  allowed: 'one or more of them',
  help: 'Begin with dataQuality: it needs a baseline and no ground truth.',
};

function wrongEndpointName(given: string): readonly WrongProp[] {
  if (Token.isUnresolved(given) || /^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/.test(given)) return [];
  const allowed = '1 to 63 letters, digits and hyphens, none at the ends; or a token';
  const help = "For a parameter's value use StringParameter.valueForStringParameter.";
  return [{ prop: 'endpointName', given, allowed, help }];
}

function wrongMonitor(name: string, settings: MonitorSettings): readonly WrongProp[] {
  const { schedule = EVERY_HOUR, instanceType = DEFAULT_INSTANCE_TYPE, instanceCount, volumeSizeInGb } = settings;
  return [
    ...wrongSchedule(`${name}.schedule`, schedule),
    ...wrongInstanceType(`${name}.instanceType`, instanceType),
    ...outOfRange(`${name}.instanceCount`, instanceCount, { min: 1, max: 100 }),
    ...outOfRange(`${name}.volumeSizeInGb`, volumeSizeInGb, { min: 1, max: 512 }),
    ...wrongRuntime(`${name}.maxRuntime`, settings),
    ...wrongAlarmNames(`${name}.alarms`, settings),
  ];
}

const SCHEDULES = /^cron\(0 (\*|([01]?\d|2[0-3])(\/(0?[1-9]|1\d|2[0-4]))?) \? \* \* \*\)$/;

function wrongSchedule(prop: string, given: string): readonly WrongProp[] {
  if (Token.isUnresolved(given) || SCHEDULES.test(given)) return [];
  const allowed = `${EVERY_HOUR}, cron(0 [0-23] ? * * *) or cron(0 [0-23]/[1-24] ? * * *) (ScheduleConfig)`;
  return [{ prop, given, allowed, help: 'SageMaker runs monitors at full hours, once an hour at most.' }];
}

function wrongRuntime(prop: string, { schedule = EVERY_HOUR, maxRuntime }: MonitorSettings): readonly WrongProp[] {
  const seconds = maxRuntime?.toSeconds();
  const max = schedule === EVERY_HOUR ? 3600 : 86_400;
  if (seconds === undefined || (seconds >= 1 && seconds <= max)) return [];
  const allowed = `1 to ${max} seconds`;
  return [{ prop, given: `${seconds} s`, allowed, help: 'An execution must be over before the next.' }];
}

function wrongAlarmNames(prop: string, { alarms = {} }: MonitorSettings): readonly WrongProp[] {
  const wrong = Object.keys(alarms).filter((name) => !/^[a-zA-Z0-9]+$/.test(name));
  const help = 'They become logical ids; the name of the metric is metricName.';
  return wrong.map((given) => ({ prop, given, allowed: 'names of letters and digits', help }));
}

/** Without either, a job that knows only captured text finds no predictions. */
function wrongAttributes(monitor: ModelMonitoringProps['modelQuality']): readonly WrongProp[] {
  if (monitor === undefined) return [];
  const { inferenceAttribute, probabilityAttribute, probabilityThreshold } = monitor;
  const wrong: WrongProp[] = [];
  if (inferenceAttribute === undefined && probabilityAttribute === undefined)
    wrong.push({
      prop: 'modelQuality.inferenceAttribute',
      given: undefined,
      allowed: 'an index as "0", or a JSONPath; or probabilityAttribute',
      help: 'Say where in the answer of the model the prediction is.',
    });
  if (probabilityThreshold !== undefined && !(probabilityThreshold >= 0 && probabilityThreshold <= 1))
    wrong.push({
      prop: 'modelQuality.probabilityThreshold',
      given: probabilityThreshold,
      allowed: '0 to 1',
      help: 'It is a probability.',
    });
  return wrong;
}
