import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** A finding of a rule pack that is meant to be so. */
export interface Acknowledgement {
  /**
   * The rule, with the finding in brackets where the rule has several: `AwsSolutions-IAM5[Resource::*]`. The bare rule
   * does not cover its findings (cdk-nag 3).
   */
  readonly id: string;
  /** The constraint of AWS, or the decision, behind it; people who audit read it. */
  readonly reason: string;
}

/** Acknowledges findings at one construct, and at nothing else. */
export function acknowledge(construct: IConstruct, ...findings: readonly Acknowledgement[]): void {
  const validations = Validations.of(construct);
  for (const finding of findings) validations.acknowledge(finding);
}
