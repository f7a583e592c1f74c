import { fileURLToPath } from 'node:url';
import { Duration, Names, Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge/acknowledge.js';
import { tellOfAlarms } from '../alarm-notification/tell-of-alarms.js';
import { EncryptedLogGroup } from '../encrypted-log-group/encrypted-log-group.js';
import { outOfRange } from '../refuse/out-of-range.js';
import { refuse } from '../refuse/refuse.js';
import { RolePolicy } from '../role-policy/role-policy.js';
import { ScheduledStart, startTime } from '../scheduled-start/scheduled-start.js';
import { endpointStatements, startStatements, surroundingStatements } from './guard-statements.js';
import type { IdleEndpointGuardProps } from './idle-endpoint-guard-props.js';

/** The handler is deployed as it is written; the sources are published beside what is built of them. */
const HANDLER = fileURLToPath(new URL('../../src/idle-endpoint-guard/handler', import.meta.url));

/** CloudWatch keeps hourly values, which the guard reads, for 455 days (GetMetricData). */
const MOST_IDLE_HOURS = 455 * 24;

/**
 * Finds endpoints that cost money and that nobody asks, and warns of them, scales them in or deletes them. Asynchronous
 * endpoints are judged by their queue, inference components by their own invocations; what is scaled to zero, or
 * serverless without provisioned concurrency, costs nothing and is left alone.
 * @throws Error where settings are wrong
 */
export class IdleEndpointGuard extends Construct {
  readonly function: lambda.Function;
  /** Runs that failed, and those that could not be started. */
  readonly deadLetterQueue: sqs.Queue;
  readonly alarms: readonly cloudwatch.Alarm[];
  readonly #props: IdleEndpointGuardProps;

  constructor(scope: Construct, id: string, props: IdleEndpointGuardProps) {
    super(scope, id);
    this.#props = props;
    const range = { min: 1, max: MOST_IDLE_HOURS };
    refuse(this, outOfRange('idleAfter (hours)', this.idleHours, range));

    this.deadLetterQueue = new sqs.Queue(this, 'Failures', {
      encryptionMasterKey: props.encryptionKey,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    this.function = this.makeFunction();
    this.makeSchedule();
    this.alarms = this.makeAlarms();
    tellOfAlarms(props.topic, this.alarms);
  }

  private get idleHours(): number {
    return (this.#props.idleAfter ?? Duration.hours(24)).toHours({ integral: false });
  }

  private makeFunction(): lambda.Function {
    const { encryptionKey, logRetention } = this.#props;
    const role = new iam.Role(this, 'Role', {
      description: 'Looks for SageMaker endpoints that nobody uses.',
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
    });
    const logGroup = new EncryptedLogGroup(this, 'Logs', {
      logGroupName: `/aws/lambda/${Names.uniqueResourceName(this, { maxLength: 100, separator: '-' })}`,
      encryptionKey,
      ...(logRetention !== undefined && { retention: logRetention }),
    });
    const policy = this.makePolicy(role, logGroup.logGroupArn);
    const made = new lambda.Function(this, 'Function', {
      description: 'Looks for SageMaker endpoints that nobody uses.',
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      handler: 'index.handler',
      code: lambda.Code.fromAsset(HANDLER),
      memorySize: 256,
      timeout: Duration.minutes(15),
      // Two runs at once would deal with the same endpoints.
      reservedConcurrentExecutions: 1,
      retryAttempts: 1,
      // What it may do is in its policy, and the CDK adds nothing to it.
      role: role.withoutPolicyUpdates(),
      logGroup,
      deadLetterQueue: this.deadLetterQueue,
      environment: { SETTINGS: this.settings() },
      environmentEncryption: encryptionKey,
    });
    made.node.addDependency(policy);
    acknowledgeNoVpc(made);
    return made;
  }

  private settings(): string {
    const { mode = 'warn', namePrefix, tag, topic } = this.#props;
    return Stack.of(this).toJsonString({
      mode,
      idleHours: this.idleHours,
      ...(namePrefix !== undefined && { namePrefix }),
      ...(tag && { tag }),
      keepTag: this.keepTag,
      topicArn: topic.topicArn,
    });
  }

  private get keepTag(): { key: string; value: string } {
    return this.#props.keepTag ?? { key: 'millrace:keep', value: 'true' };
  }

  private makePolicy(role: iam.IRole, logGroupArn: string): RolePolicy {
    const { mode = 'warn', namePrefix = '', tag, topic, encryptionKey } = this.#props;
    const stack = Stack.of(this);
    const around = { topic, keyArn: encryptionKey.keyArn, logGroupArn, queueArn: this.deadLetterQueue.queueArn };
    return new RolePolicy(this, 'Policy', {
      role,
      statements: [
        ...endpointStatements(stack, { namePrefix, tag, keepTag: this.keepTag, mode }),
        ...surroundingStatements(around),
      ],
    });
  }

  private makeSchedule(): void {
    const { schedule = ScheduleExpression.cron({ minute: '0', hour: '6' }), encryptionKey } = this.#props;
    const { function: target, deadLetterQueue } = this;
    const about = { target, queueArn: deadLetterQueue.queueArn, keyArn: encryptionKey.keyArn };
    new ScheduledStart(this, 'Start', {
      description: 'Starts the search for SageMaker endpoints that nobody uses.',
      time: startTime(schedule),
      encryptionKey,
      targetArn: target.functionArn,
      target: {
        deadLetterConfig: { arn: deadLetterQueue.queueArn },
        retryPolicy: { maximumRetryAttempts: 3, maximumEventAgeInSeconds: 3600 },
      },
      statements: startStatements(about),
    });
  }

  private makeAlarms(): readonly cloudwatch.Alarm[] {
    const period = Duration.minutes(5);
    const about = {
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    };
    return [
      new cloudwatch.Alarm(this, 'Errors', {
        ...about,
        alarmDescription: 'The guard of idle endpoints fails; its log says why.',
        metric: this.function.metricErrors({ period }),
      }),
      new cloudwatch.Alarm(this, 'LostRuns', {
        ...about,
        alarmDescription: 'Runs of the guard of idle endpoints lie in its dead-letter queue.',
        metric: this.deadLetterQueue.metricApproximateNumberOfMessagesVisible({ period }),
      }),
    ];
  }
}

/** The packs want every function in a VPC. */
function acknowledgeNoVpc(made: lambda.Function): void {
  const reason =
    'The function opens no port and calls nothing but public endpoints of AWS, over TLS. In a VPC it could not reach ' +
    'them without a NAT gateway, or an interface endpoint for each of SageMaker, CloudWatch, SNS, SQS and Logs.';
  for (const pack of ['HIPAA.Security', 'NIST.800.53.R5', 'PCI.DSS.321'])
    acknowledge(made, { id: `${pack}-LambdaInsideVPC`, reason });
}
