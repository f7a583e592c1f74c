import type { Duration } from 'aws-cdk-lib';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { RegisteredModels } from '../registered-models/registered-models.js';

/** Settings of {@link ApprovalDeployment}. */
export interface ApprovalDeploymentProps extends RegisteredModels {
  /**
   * Unique in the accounts that take part, because roles are named after it: 1 to 24 lower-case letters, digits and
   * hyphens, as `churn`.
   */
  readonly deploymentName: string;
  /** In the order in which they are deployed; each starts when the one before serves the model. */
  readonly stages: readonly DeploymentStage[];
  /** Encrypts logs. */
  readonly encryptionKey: kms.IKey;
  /** Hears of stages that serve a new model, and of deployments that fail. */
  readonly notifications: sns.ITopic;
  /** @default RetentionDays.ONE_YEAR */
  readonly logRetention?: logs.RetentionDays;
}

/** One place where models are deployed to. In its account there is an `ApprovalDeploymentTarget` of the same name. */
export interface DeploymentStage {
  /** 1 to 12 lower-case letters, digits and hyphens, as `preprod`. */
  readonly stageName: string;
  /**
   * Twelve digits. All stages are in the region of the state machine: Step Functions calls no other.
   * @default - the account of the stack
   */
  readonly account?: string;
  /** Endpoint that is there already, as `ModelEndpoint` makes it; lower case. */
  readonly endpointName: string;
  /** Who is asked before the stage is deployed. All stages but the first need one, or say `none`. */
  readonly gate?: ManualGate | 'none';
}

/**
 * A question to people. SageMaker may tell of an approval more than once ("Events that Amazon SageMaker AI sends to Amazon
 * EventBridge"); the question then comes again, and what is answered first deploys the model, once.
 */
export interface ManualGate {
  /**
   * Where the question goes, with the token of the answer. Whoever reads it and may call `states:SendTaskSuccess` can
   * open the gate, so it should be no topic that everybody hears.
   */
  readonly topic: sns.ITopic;
  /**
   * Time after which the question is withdrawn and the deployment fails, up to a year.
   * @default Duration.days(7)
   */
  readonly timeout?: Duration;
}
