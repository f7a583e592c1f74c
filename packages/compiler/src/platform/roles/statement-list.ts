import type { ForcedWildcard, PolicyConditions, PolicyStatement } from '../platform-model.js';
import { platformText } from '../platform-text.js';
import type { GrantedResource } from './granted-resources.js';
import { hasWildcard } from './text-parts.js';

/** Actions that a role may do on some resources. */
export interface Grant {
  readonly sid: string;
  readonly actions: readonly string[];
  readonly resources: readonly GrantedResource[];
  readonly conditions?: PolicyConditions;
  readonly why: string;
}

/**
 * Statements that allow what the grants say: those of one name, the same actions and the same conditions are put
 * together; of one name with others, the later ones get a number. Grants without resources are left out.
 */
export function statementsOf(grants: readonly Grant[]): readonly PolicyStatement[] {
  const byContent = new Map<string, Grant>();
  for (const grant of grants.filter(({ resources }) => resources.length > 0)) {
    const content = JSON.stringify([grant.sid, grant.actions, grant.conditions ?? {}]);
    const known = byContent.get(content);
    byContent.set(content, known === undefined ? grant : join(known, grant));
  }
  const counts = new Map<string, number>();
  return [...byContent.values()].map((grant) => {
    const count = (counts.get(grant.sid) ?? 0) + 1;
    counts.set(grant.sid, count);
    return statementOf(grant, count === 1 ? grant.sid : `${grant.sid}${count}`);
  });
}

function join(one: Grant, other: Grant): Grant {
  return { ...one, resources: [...one.resources, ...other.resources] };
}

function statementOf({ actions, resources, conditions, why }: Grant, sid: string): PolicyStatement {
  const distinct = [...new Map(resources.map((each) => [JSON.stringify(each.resource), each])).values()];
  const wildcards = distinct.filter(({ resource }) => hasWildcard(resource)).map(forcedWildcard);
  return {
    sid,
    effect: 'Allow',
    actions,
    resources: distinct.map(({ resource }) => resource),
    ...(conditions === undefined ? {} : { conditions }),
    why,
    ...(wildcards.length === 0 ? {} : { wildcards }),
  };
}

function forcedWildcard({ resource, reason }: GrantedResource): ForcedWildcard {
  return { finding: platformText('Resource::', resource), reason };
}
