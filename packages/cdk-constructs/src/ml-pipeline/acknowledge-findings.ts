import { acknowledgementsOf, type PlatformInput } from '@millrace/compiler';
import { Annotations, Stack } from 'aws-cdk-lib';
import type { Construct, IConstruct } from 'constructs';
import { acknowledgeRule } from '../acknowledge/acknowledge-rule.js';
import type { DeployValueBinder } from '../deploy-values/deploy-value-binder.js';

/**
 * Acknowledges what the spec's `nag_suppressions` say, at the constructs of the stack whose path ends as given. A path
 * that no construct has is said as a warning: it may have been that of another tool's resource.
 */
export function acknowledgeFindings(scope: Construct, pipeline: PlatformInput, binder: DeployValueBinder): void {
  const constructs = Stack.of(scope).node.findAll();
  for (const { path, id, reason } of acknowledgementsOf(pipeline)) {
    const text = binder.text(path);
    const found = constructs.filter((construct) => endsWith(construct, text));
    for (const construct of found) acknowledgeRule(construct, { id, reason });
    if (found.length > 0) continue;
    Annotations.of(scope).addWarningV2(
      'millrace:suppression-without-construct',
      `nag_suppressions: no construct of the stack has a path that ends with "${text}", so ${id} is not acknowledged. The constructs of the pipeline lie below ${scope.node.path}.`,
    );
  }
}

/** Whole segments only; MDAA's paths begin with a slash. */
function endsWith(construct: IConstruct, path: string): boolean {
  const end = path.replace(/^\/+|\/+$/g, '');
  return construct.node.path === end || construct.node.path.endsWith(`/${end}`);
}
