import { acknowledgementsOf, type PlatformInput } from '@millrace/compiler';
import { Annotations } from 'aws-cdk-lib';
import type { Construct, IConstruct } from 'constructs';
import { acknowledge } from '../acknowledge/acknowledge.js';
import type { DeployValueBinder } from '../deploy-values/deploy-value-binder.js';

interface Acknowledged {
  readonly pipeline: PlatformInput;
  readonly binder: DeployValueBinder;
}

/**
 * Acknowledges what the spec says in `nag_suppressions`, at the constructs whose path ends with what it names, and nowhere
 * else. A path that names nothing is a warning: what it was meant for is not acknowledged.
 */
export function acknowledgeFindings(scope: Construct, { pipeline, binder }: Acknowledged): void {
  for (const { path, id, reason } of acknowledgementsOf(pipeline)) {
    const text = binder.text(path);
    const meant = scope.node.findAll().filter((construct) => endsWith(construct, text));
    for (const construct of meant) acknowledge(construct, { id, reason });
    if (meant.length > 0) continue;
    Annotations.of(scope).addWarningV2(
      'millrace:acknowledged-nothing',
      `nag_suppressions names the path "${text}", but nothing of this pipeline ends so; ${id} is not acknowledged. Paths are those that rule packs show.`,
    );
  }
}

function endsWith({ node }: IConstruct, path: string): boolean {
  return `/${node.path}`.endsWith(`/${path.replace(/^\/+/, '')}`);
}
