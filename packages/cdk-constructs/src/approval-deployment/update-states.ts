import { jsonata } from '../states-language/jsonata.js';
import type { State } from '../states-language/states-language.js';
import { UNIQUE_SUFFIX } from '../states-language/unique-suffix.js';
import { servedNamePrefix } from './approval-names.js';
import type { StageContext } from './stage-call.js';

/** Members of an endpoint configuration that are no variants, and stay as they are. */
const KEPT = '["DataCaptureConfig", "KmsKeyId", "AsyncInferenceConfig", "ExplainerConfig"]';

/**
 * The endpoint gets a configuration like the one it has, with a model like the one it has, of another package. So
 * machines, network, role, capture and scaling are said in one place, where the endpoint is made. A package that is served
 * already is not deployed again. Environment variables of containers come from the package.
 */
export function updateStates(context: StageContext, update: string): Readonly<Record<string, State>> {
  const { named, call, next } = context;
  return {
    [named('read configuration')]: call('sagemaker:describeEndpointConfig', {
      Arguments: { EndpointConfigName: jsonata('$configuration') },
      Assign: {
        variants: jsonata('[$states.result.ProductionVariants]'),
        kept: jsonata(`$merge([$sift($states.result, function($value, $key) { $key in ${KEPT} })])`),
        retained: jsonata(RETAINED),
      },
      Next: named('read model'),
    }),
    [named('read model')]: call('sagemaker:describeModel', {
      Arguments: { ModelName: jsonata('$variants[0].ModelName') },
      Assign: {
        served: jsonata(
          '[$states.result.PrimaryContainer.ModelPackageName, $states.result.Containers.ModelPackageName, ""][0]',
        ),
        surroundings: jsonata(
          '$sift($states.result, function($value, $key) { $key in ["ExecutionRoleArn", "VpcConfig", "EnableNetworkIsolation"] })',
        ),
      },
      Next: named('served already?'),
    }),
    [named('served already?')]: {
      Type: 'Choice',
      Choices: [{ Condition: jsonata('$served = $package'), Next: next }],
      Default: named('make model'),
    },
    ...makingStates(context, update),
  };
}

/**
 * Machines that scaling has come to stay; not for serverless variants, which have none, and not behind a queue, where
 * scaling may have come to none and nothing would show that the new model works.
 */
const RETAINED =
  '$exists($states.result.AsyncInferenceConfig) or $exists($states.result.ProductionVariants.ServerlessConfig) ? {} : ' +
  '{ "RetainAllVariantProperties": true, "ExcludeRetainedVariantProperties": [{ "VariantPropertyType": "DesiredWeight" }] }';

function makingStates({ stage, named, call }: StageContext, update: string): Readonly<Record<string, State>> {
  return {
    [named('make model')]: call('sagemaker:createModel', {
      Arguments: jsonata(
        '$merge([$surroundings, { ' +
          `"ModelName": "${servedNamePrefix(stage.endpointName)}-" & ${UNIQUE_SUFFIX}, ` +
          '"PrimaryContainer": { "ModelPackageName": $package } }])',
      ),
      Assign: { made: jsonata('$substringAfter($states.result.ModelArn, "model/")') },
      Next: named('make configuration'),
    }),
    [named('make configuration')]: call('sagemaker:createEndpointConfig', {
      Arguments: jsonata(
        '$merge([$kept, { "EndpointConfigName": $made, "ProductionVariants": ' +
          '[$map($variants, function($variant) { $merge([$variant, { "ModelName": $made }]) })] }])',
      ),
      Next: named('update endpoint'),
    }),
    [named('update endpoint')]: call('sagemaker:updateEndpoint', {
      Arguments: jsonata(
        `$merge([{ "EndpointName": "${stage.endpointName}", "EndpointConfigName": $made }, $guardrails, $retained])`,
      ),
      Next: update,
    }),
  };
}
