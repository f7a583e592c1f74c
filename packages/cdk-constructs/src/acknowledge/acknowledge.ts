import { Annotations, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { hasMatchingBrackets } from './has-matching-brackets.js';

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

/**
 * Acknowledges findings at one construct, and at nothing else. A finding whose id the CDK cannot read, such as that of an
 * ARN with `${` of an author in it, is left to the packs and said as a warning.
 */
export function acknowledge(construct: IConstruct, ...findings: readonly Acknowledgement[]): void {
  const validations = Validations.of(construct);
  for (const finding of findings) {
    if (hasMatchingBrackets(finding.id)) validations.acknowledge(finding);
    else
      Annotations.of(construct).addWarningV2(
        'millrace:finding-without-readable-id',
        `The finding ${finding.id} cannot be acknowledged, because the CDK reads no ids whose brackets do not match. It is meant to be so: ${finding.reason}`,
      );
  }
}
