import { locateDiagnostics } from '../diagnostics/locate-diagnostics.js';
import { fail, type Outcome, succeed } from '../diagnostics/outcome.js';
import type { SourceDocument } from '../source/source-document.js';
import { placeIssues } from './place-issues.js';
import { type EnvironmentConfig, type ProjectConfig, projectConfigSchema } from './project-config.js';
import { projectDiagnostics } from './project-diagnostics.js';

/** Checks the form of a project config that was read as YAML. Diagnostics have their places in it. */
export function readProjectConfig(document: SourceDocument): Outcome<ProjectConfig> {
  const parsed = projectConfigSchema.safeParse(document.value);
  if (parsed.success) return succeed(parsed.data);
  const diagnostics = placeIssues(parsed.error).map(({ problem, place }) =>
    projectDiagnostics['bad-config']({ path: place.path, problem }, place),
  );
  return fail(locateDiagnostics(diagnostics, document));
}

/** The environment of that name (`-e NAME`). */
export function findEnvironment(config: ProjectConfig, name: string): Outcome<EnvironmentConfig> {
  const found = Object.hasOwn(config.environments, name) ? config.environments[name] : undefined;
  if (found !== undefined) return succeed(found);
  const known = Object.keys(config.environments);
  return fail([projectDiagnostics['unknown-environment']({ name, known }, { path: [] })]);
}
