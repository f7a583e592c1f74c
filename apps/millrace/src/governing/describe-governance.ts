import { plural } from '../output/count-diagnostics.js';
import type { ProjectGovernance } from './project-governance.js';

/** Which rules were asked, and for which environment: `47 rules of baseline, environment prod`. */
export function describeGovernance(projects: readonly ProjectGovernance[]): string {
  return [...new Set(projects.map(describe))].join('; ');
}

function describe({ policy, profiles, environment, environments }: ProjectGovernance): string {
  if (policy === undefined) return 'no rule was asked, because the project does not say which hold';
  const rules = `${plural(policy.length, 'rule')} of ${profiles.join(' and ')}`;
  if (environment !== undefined) return `${rules}, environment ${environment.name}`;
  if (environments.length === 0) return rules;
  return `${rules}, no environment: -e ${environments.join(' | ')} adds its settings and limits`;
}
