import { suggest } from '@millrace/schema';
import type { Stack } from 'aws-cdk-lib';
import { type Policy, policyOf } from '../engine/policy.js';
import { projectSettings } from '../engine/project-settings.js';
import type { PolicyEnvironment } from '../rule/policy-environment.js';
import { GOVERNANCE_RULES } from '../rules/governance-rules.js';
import type { PipelineChecksProps } from './pipeline-checks-props.js';

/** What a stack is checked with. */
export interface StackPolicy {
  readonly policy: Policy;
  readonly environment: PolicyEnvironment | undefined;
}

/** The policies of a pack, made once for each environment. */
export class EnvironmentPolicies {
  readonly #policies = new Map<string | undefined, StackPolicy>();

  constructor(readonly props: PipelineChecksProps) {}

  /** @throws Error where there is no such environment, and for wrong settings; the CDK shows it as a failure of the pack */
  of(stack: Stack): StackPolicy {
    const { environment } = this.props;
    const name = typeof environment === 'function' ? environment(stack) : environment;
    const known = this.#policies.get(name) ?? this.#make(name);
    this.#policies.set(name, known);
    return known;
  }

  #make(name: string | undefined): StackPolicy {
    const { project, settings: own, rules = GOVERNANCE_RULES, profiles } = this.props;
    const ofProject = project === undefined ? [] : projectSettings(project, name);
    const settings = own === undefined ? ofProject : [...ofProject, { settings: own, path: ['settings'] }];
    const { value, diagnostics } = policyOf({ rules, profiles, settings });
    if (value === undefined) {
      throw new Error(diagnostics.map(({ message, help }) => [message, ...(help ? [help] : [])].join('; ')).join('\n'));
    }
    return { policy: value, environment: this.#environment(name) };
  }

  #environment(name: string | undefined): PolicyEnvironment | undefined {
    if (name === undefined) return undefined;
    const { environments = {} } = this.props.project ?? {};
    const config = Object.hasOwn(environments, name) ? environments[name] : undefined;
    if (config !== undefined) return { name, config };
    const advice = suggest(name, Object.keys(environments)) ?? 'give the pack the project config as "project"';
    throw new Error(`there is no environment "${name}"; ${advice}`);
  }
}
