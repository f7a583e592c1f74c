import { type CfnResource, Stack } from 'aws-cdk-lib';
import { checkTemplatePolicies, type TemplateVerdict } from '../engine/check-template-policies.js';
import type { Finding } from '../engine/finding.js';
import { applyLedger } from '../ledger/apply-ledger.js';
import { EnvironmentPolicies, type StackPolicy } from './environment-policies.js';
import { type NagFinding, nagFindingOf, nagFindings } from './nag-findings.js';
import type { PipelineChecksProps } from './pipeline-checks-props.js';
import { templateOfStack } from './template-of-stack.js';

/** What the rules say of the stacks of an app; each stack is checked once. */
export class StackFindings {
  readonly #policies: EnvironmentPolicies;
  readonly #byStack = new Map<Stack, ReadonlyMap<string, readonly NagFinding[]>>();

  constructor(readonly props: PipelineChecksProps) {
    this.#policies = new EnvironmentPolicies(props);
  }

  /** What is to be said of a resource. */
  of(resource: CfnResource): readonly NagFinding[] {
    const stack = Stack.of(resource);
    const known = this.#byStack.get(stack) ?? this.#check(stack);
    this.#byStack.set(stack, known);
    return known.get(String(stack.resolve(resource.logicalId))) ?? [];
  }

  #check(stack: Stack): ReadonlyMap<string, readonly NagFinding[]> {
    const chosen = this.#policies.of(stack);
    const verdict = checkTemplatePolicies(templateOfStack(stack), chosen);
    const byResource = new Map<string, NagFinding[]>();
    const add = (id: string, ...told: readonly NagFinding[]) =>
      byResource.set(id, [...(byResource.get(id) ?? []), ...told]);
    for (const [id, findings] of byLogicalId(this.#withoutExceptions(verdict, stack, chosen)))
      add(id, ...nagFindings(findings));
    for (const diagnostic of verdict.diagnostics) add(logicalIdOf(diagnostic), nagFindingOf(diagnostic));
    return byResource;
  }

  #withoutExceptions(
    { findings, constructs }: TemplateVerdict,
    stack: Stack,
    { policy, environment }: StackPolicy,
  ): readonly Finding[] {
    const { exceptions, today = new Date().toISOString().slice(0, 10) } = this.props;
    if (exceptions === undefined) return findings;
    const rules = policy.map(({ rule }) => rule.id);
    const target = { file: stack.templateFile, constructs, environment: environment?.name, rules, findings };
    return applyLedger([target], exceptions, { today }).findings;
  }
}

function byLogicalId(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(logicalIdOf(finding));
    if (group === undefined) groups.set(logicalIdOf(finding), [finding]);
    else group.push(finding);
  }
  return groups;
}

/** Everything that is said of a template stands at `Resources.<logical id>`. */
function logicalIdOf({ path }: Pick<Finding, 'path'>): string {
  return String(path[1]);
}
