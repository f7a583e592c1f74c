import type { Duration } from 'aws-cdk-lib';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import type * as sns from 'aws-cdk-lib/aws-sns';

/**
 * What happens to an idle endpoint. `warn`: it is told of. `scale-in`: each of its variants is left one instance.
 * `delete`: it goes, its configuration and models stay. Endpoints that a stack made are then out of step with it, until
 * they are made again.
 */
export type IdleEndpointMode = 'warn' | 'scale-in' | 'delete';

/** A tag of an endpoint. */
export interface EndpointTag {
  readonly key: string;
  readonly value: string;
}

/** Settings of {@link IdleEndpointGuard}. */
export interface IdleEndpointGuardProps {
  /** Hears of idle endpoints, and of trouble of the guard itself. */
  readonly topic: sns.ITopic;
  /** Encrypts logs, settings, schedule and dead letters. */
  readonly encryptionKey: kms.IKey;
  /** @default 'warn' */
  readonly mode?: IdleEndpointMode;
  /**
   * Time without a request after which an endpoint is idle, in whole hours, up to 455 days. Younger endpoints, and
   * those changed within it, are left alone.
   * @default Duration.hours(24)
   */
  readonly idleAfter?: Duration;
  /**
   * When the guard looks.
   * @default - every day at 06:00 UTC
   */
  readonly schedule?: ScheduleExpression;
  /**
   * Only endpoints whose name begins so; the guard may touch no others.
   * @default - all of account and region
   */
  readonly namePrefix?: string;
  /**
   * Only endpoints with this tag.
   * @default - whatever their tags
   */
  readonly tag?: EndpointTag;
  /**
   * Endpoints with this tag are left alone; the guard's role could not touch them either.
   * @default `millrace:keep=true`
   */
  readonly keepTag?: EndpointTag;
  /** @default RetentionDays.ONE_YEAR */
  readonly logRetention?: logs.RetentionDays;
}
