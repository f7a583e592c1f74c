// The public surface of @millrace/governance-policies. Everything else is internal.

export * from './engine/check-definition-policies.js';
export * from './engine/describe-rule.js';
export * from './engine/finding.js';
export * from './engine/finding-diagnostic.js';
export * from './engine/found-place.js';
export * from './engine/policy.js';
export * from './engine/policy-diagnostics.js';
export * from './engine/project-policy.js';
export type * from './fixes/definition-edit.js';
export * from './governance-diagnostics.js';
export * from './jobs/clusters.js';
export * from './jobs/governed-job.js';
export * from './jobs/governed-jobs.js';
export * from './jobs/job-form.js';
export * from './jobs/model-containers.js';
export * from './rule/define-rule.js';
export * from './rule/governance-rule.js';
export * from './rule/judgements-by-place.js';
export * from './rule/local-scripts.js';
export * from './rule/policy-context.js';
export * from './rule/policy-environment.js';
export * from './rule/rule-area.js';
export * from './rule/rule-option.js';
export * from './rule/tell.js';
export * from './rules/governance-rules.js';
export * from './values/judge-value.js';
export * from './values/policy-value.js';
