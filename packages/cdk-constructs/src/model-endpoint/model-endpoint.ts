import { artifactKey } from '@millrace/schema';
import { Resource } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as iam from 'aws-cdk-lib/aws-iam';
import { CfnEndpoint, CfnEndpointConfig, CfnModel, type IEndpoint } from 'aws-cdk-lib/aws-sagemaker';
import { Construct } from 'constructs';
import { tellOfAlarms } from '../alarm-notification/tell-of-alarms.js';
import { DeployValueBinder } from '../deploy-values/deploy-value-binder.js';
import { EncryptedLogGroup } from '../encrypted-log-group/encrypted-log-group.js';
import { refuse } from '../refuse/refuse.js';
import { PolicyRenderer } from '../render-policy/policy-renderer.js';
import { RolePolicy, type RoleStatement } from '../role-policy/role-policy.js';
import { acknowledgeHostEncryption } from './acknowledge-host-encryption.js';
import { type EndpointNames, wrongEndpoint } from './check-endpoint.js';
import { CAPTURE, dataCaptureMember, dataCaptureStatements } from './data-capture.js';
import { DeploymentPolicy } from './deployment-policy.js';
import { EndpointAlarms } from './endpoint-alarms.js';
import { EndpointMetrics, VARIANT_NAME } from './endpoint-metrics.js';
import { containerOf, type ModelArtifactsLocation, readsOf } from './endpoint-model.js';
import { EndpointParameters } from './endpoint-parameters.js';
import {
  modelReadStatements,
  networkStatements,
  observabilityStatements,
  rollbackStatements,
  storeKeyStatements,
  volumeKeyStatements,
} from './execution-statements.js';
import type { ModelEndpointProps } from './model-endpoint-props.js';
import { ModelExecutionRole } from './model-execution-role.js';
import { ResultStore } from './result-store.js';

/**
 * A model behind an endpoint, with its role, alarms, logs, scaling and guarded deployments.
 *
 * CloudFormation names model and configuration, so that a change makes new ones and the endpoint moves over to them;
 * the endpoint's own name is fixed: the alarms that turn a deployment back must exist before it, and name it.
 * @throws Error where settings are wrong, or AWS refuses them together; it names all of them
 */
export class ModelEndpoint extends Resource implements IEndpoint {
  readonly endpointName: string;
  readonly endpointArn: string;
  /** The role of the model. */
  readonly executionRole: iam.IRole;
  readonly metrics: EndpointMetrics;
  readonly alarms: EndpointAlarms;
  /** Where captured data lies; undefined where nothing is captured. */
  readonly dataCaptureUri: string | undefined;
  readonly #props: ModelEndpointProps;
  readonly #results: ResultStore;
  readonly #deployment: DeploymentPolicy;

  constructor(scope: Construct, id: string, props: ModelEndpointProps) {
    super(scope, id);
    this.#props = props;
    this.#deployment = props.deployment ?? DeploymentPolicy.allAtOnce();
    const names = namesOf(props);
    refuse(this, wrongEndpoint(props, names, this.#deployment));

    this.#results = this.makeResults(names);
    this.dataCaptureUri = props.dataCapture && this.#results.uri(CAPTURE);
    this.metrics = new EndpointMetrics(names.endpointName);
    this.alarms = this.makeAlarms();
    const logGroup = this.makeLogGroup(names);
    this.executionRole = props.executionRole ?? new ModelExecutionRole(this, 'ExecutionRole');
    const model = this.makeModel(this.makePolicy(logGroup.logGroupArn));
    const endpoint = this.makeEndpoint(names, this.makeConfig(model));
    endpoint.node.addDependency(logGroup);
    this.endpointName = endpoint.attrEndpointName;
    this.endpointArn = endpoint.ref;
    this.makeScaling();
    this.publish(names, model);
  }

  get endpointRef(): { readonly endpointArn: string } {
    return { endpointArn: this.endpointArn };
  }

  /** Lets somebody call the endpoint: `InvokeEndpoint`, or `InvokeEndpointAsync` where there is a queue. */
  grantInvoke(grantee: iam.IGrantable): iam.Grant {
    const actions = [this.#props.compute.invokeAction];
    return iam.Grant.addToPrincipal({ grantee, actions, resourceArns: [this.endpointArn] });
  }

  /** Where callers of an asynchronous endpoint put their requests; nothing else is readable for the model. */
  get requestsUri(): string {
    return this.#results.uri('async-input');
  }

  private makeResults({ endpointName }: EndpointNames): ResultStore {
    const { artifacts: store, compute, dataCapture, resultsExpireAfter } = this.#props;
    const results = new ResultStore({ store, pipelineName: pipelineOf(this.#props), endpointName });
    if (resultsExpireAfter === undefined) return results;
    const kinds = [...compute.resultKinds, ...(dataCapture === undefined ? [] : [CAPTURE])];
    // The rules hold no deploy values.
    const renderer = new PolicyRenderer(new DeployValueBinder(this, () => undefined));
    store.serve({ lifecycleRules: results.expiry(kinds, resultsExpireAfter), renderer });
    return results;
  }

  private makeAlarms(): EndpointAlarms {
    const { compute, alarmThresholds = {}, alarmTopic } = this.#props;
    const settings = { metrics: this.metrics, watches: compute.watches, thresholds: alarmThresholds };
    const alarms = new EndpointAlarms(this, 'Alarms', settings);
    tellOfAlarms(alarmTopic, alarms.all);
    return alarms;
  }

  /** Made before SageMaker would make it, unencrypted and for ever. */
  private makeLogGroup({ endpointName }: EndpointNames): EncryptedLogGroup {
    const { artifacts, logRetention } = this.#props;
    return new EncryptedLogGroup(this, 'Logs', {
      logGroupName: `/aws/sagemaker/Endpoints/${endpointName}`,
      encryptionKey: artifacts.key,
      ...(logRetention !== undefined && { retention: logRetention }),
    });
  }

  private makePolicy(logGroupArn: string): RolePolicy {
    const { executionRole: role } = this;
    return new RolePolicy(this, 'ExecutionPolicy', { role, statements: this.statements(logGroupArn) });
  }

  private statements(logGroupArn: string): readonly RoleStatement[] {
    const { model, compute, artifacts, network, dataCapture, executionRole } = this.#props;
    const results = [
      ...(dataCapture === undefined ? [] : dataCaptureStatements(this.#results)),
      ...(compute.statements?.(this.#results) ?? []),
    ];
    return [
      ...(executionRole === undefined ? modelReadStatements(readsOf(model, this.modelStore())) : []),
      ...observabilityStatements(logGroupArn),
      ...rollbackStatements(this.rollbackAlarms()),
      ...(compute.takesVolumeKey ? volumeKeyStatements(artifacts.key.keyArn) : []),
      ...(results.length === 0 ? [] : [...results, ...storeKeyStatements(artifacts.key.keyArn)]),
      ...(network === undefined ? [] : networkStatements()),
    ];
  }

  /** Where registered models lie unless they say otherwise. */
  private modelStore(): Required<ModelArtifactsLocation> {
    const { artifacts } = this.#props;
    const owner = { environment: artifacts.environment, pipeline: [pipelineOf(this.#props)] };
    const prefix = artifactKey(owner, 'models').join('');
    return { bucketName: artifacts.bucket.bucketName, prefix, keyArn: artifacts.key.keyArn };
  }

  private rollbackAlarms(): readonly cloudwatch.IAlarm[] {
    return this.#deployment.rollbackAlarms ?? this.alarms.rollback;
  }

  private makeModel(policy: RolePolicy): CfnModel {
    const { model, network, compute, allowOutboundTraffic = false } = this.#props;
    const made = new CfnModel(this, 'Model', {
      executionRoleArn: this.executionRole.roleArn,
      primaryContainer: containerOf(model),
      ...(compute.refused.network === undefined && { enableNetworkIsolation: !allowOutboundTraffic }),
      ...(network && {
        vpcConfig: {
          subnets: [...network.subnetIds],
          securityGroupIds: network.securityGroups.map(({ securityGroupId }) => securityGroupId),
        },
      }),
    });
    made.node.addDependency(policy);
    return made;
  }

  private makeConfig(model: CfnModel): CfnEndpointConfig {
    const { compute, dataCapture, artifacts } = this.#props;
    const variant = { variantName: VARIANT_NAME, modelName: model.attrModelName, initialVariantWeight: 1 };
    const asyncInferenceConfig = compute.asyncInference?.(this.#results);
    const config = new CfnEndpointConfig(this, 'Config', {
      productionVariants: [{ ...variant, ...compute.variant() }],
      ...(compute.takesVolumeKey && { kmsKeyId: artifacts.key.keyArn }),
      ...(dataCapture && { dataCaptureConfig: dataCaptureMember(dataCapture, this.#results) }),
      ...(asyncInferenceConfig && { asyncInferenceConfig }),
    });
    if (!compute.takesVolumeKey) acknowledgeHostEncryption(config);
    return config;
  }

  private makeEndpoint({ endpointName }: EndpointNames, config: CfnEndpointConfig): CfnEndpoint {
    return new CfnEndpoint(this, 'Endpoint', {
      endpointName,
      endpointConfigName: config.attrEndpointConfigName,
      deploymentConfig: this.#deployment.member(this.rollbackAlarms()),
      ...(this.#props.compute.keepsScaledCapacity && {
        retainAllVariantProperties: true,
        excludeRetainedVariantProperties: [{ variantPropertyType: 'DesiredWeight' }],
      }),
    });
  }

  private makeScaling(): void {
    const { endpointName, metrics } = this;
    const queueMetric = (metricName: string) => metrics.ofQueue(metricName);
    const scope = new Construct(this, 'Scaling');
    this.#props.compute.scale?.(scope, { endpointName, variantName: VARIANT_NAME, queueMetric });
  }

  private publish(names: EndpointNames, model: CfnModel): void {
    const { projectName, artifacts, parameterOwner: owner = {} } = this.#props;
    new EndpointParameters(this, 'Parameters', {
      owner,
      environment: artifacts.environment,
      projectName,
      stageName: names.stageName,
      values: {
        'endpoint-name': this.endpointName,
        'endpoint-arn': this.endpointArn,
        'model-name': model.attrModelName,
        // KMS takes an ARN for an id, and only the ARN is right in another account.
        'kms-key-id': artifacts.key.keyArn,
      },
    });
  }
}

function namesOf({ projectName, stageName, endpointName, artifacts }: ModelEndpointProps): EndpointNames {
  const stage = stageName ?? artifacts.environment;
  return { stageName: stage, endpointName: endpointName ?? `${projectName}-${stage}` };
}

function pipelineOf({ projectName, pipelineName }: ModelEndpointProps): string {
  return pipelineName ?? `${projectName}-sm-pipeline`;
}
