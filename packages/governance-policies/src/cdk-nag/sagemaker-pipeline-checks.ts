import type { Severity } from '@millrace/schema';
import type { CfnResource, PolicyValidationPluginReport } from 'aws-cdk-lib';
import { NagMessageLevel, NagPack, NagRuleCompliance } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import type { NagFinding } from './nag-findings.js';
import type { PipelineChecksProps } from './pipeline-checks-props.js';
import { StackFindings } from './stack-findings.js';

const LEVELS: Readonly<Record<Severity, NagMessageLevel>> = {
  error: NagMessageLevel.ERROR,
  warning: NagMessageLevel.WARN,
  info: NagMessageLevel.INFO,
};

/**
 * A rule pack for cdk-nag 3 that looks inside SageMaker pipelines, whoever wrote their definitions, and at what stands around
 * them. Packs stand beside each other: `Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new
 * SageMakerPipelineChecks(app))`.
 *
 * Ids name the rule and the step, `MR-IMG-001[Train]`, and can be acknowledged one by one:
 * `Validations.of(pipeline).acknowledge({ id: 'MR::MR-IMG-001[Train]', reason: '…' })`. What is found around pipelines has the
 * place in the resource in brackets. Findings that are errors end `app.synth()`; warnings are reported only.
 */
export class SageMakerPipelineChecks extends NagPack {
  override readonly name = 'MR';
  readonly #props: PipelineChecksProps;
  #stacks: StackFindings;

  constructor(scope?: IConstruct, props: PipelineChecksProps = {}) {
    super(scope, props);
    this.#props = props;
    this.#stacks = new StackFindings(props);
  }

  override validateScope(scope: IConstruct): PolicyValidationPluginReport {
    // An app may have changed since it was last looked at.
    this.#stacks = new StackFindings(this.#props);
    const report = super.validateScope(scope);
    // The CDK ends where a report is no success, and counts only errors once anything is acknowledged.
    return { ...report, success: report.violations.every(({ severity }) => severity !== 'error') };
  }

  protected override checkResource(node: CfnResource): void {
    for (const finding of this.#stacks.of(node)) this.#report(node, finding);
  }

  #report(node: CfnResource, { rule, place, severity, message, why }: NagFinding): void {
    // Rules of teams keep their own prefix: the name of the pack stands before every id.
    const dash = rule.indexOf('-');
    this.packName = rule.slice(0, dash);
    this.applyRule({
      ruleSuffixOverride: rule.slice(dash + 1),
      info: message,
      explanation: why,
      level: LEVELS[severity],
      node,
      rule: () => (place === '' ? NagRuleCompliance.NON_COMPLIANT : [place]),
    });
  }
}
