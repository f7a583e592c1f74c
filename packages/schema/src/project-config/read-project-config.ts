import type { Diagnostic, Path } from '../diagnostics/diagnostic.js';
import { locateDiagnostics } from '../diagnostics/locate-diagnostics.js';
import { fail, type Outcome, succeed } from '../diagnostics/outcome.js';
import type { SourceDocument } from '../source/source-document.js';
import { type EnvironmentConfig, type ProjectConfig, projectConfigSchema } from './project-config.js';
import { projectDiagnostics } from './project-diagnostics.js';

/** Checks the form of a project config that was read as YAML. Diagnostics have their places in it. */
export function readProjectConfig(document: SourceDocument): Outcome<ProjectConfig> {
  const parsed = projectConfigSchema.safeParse(document.value);
  if (parsed.success) return succeed(parsed.data);
  const diagnostics = parsed.error.issues.flatMap((issue): Diagnostic[] => {
    const path = toPath(issue.path);
    if (issue.code === 'invalid_key') return issue.issues.map((each) => describe(each.message, path, 'key'));
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
    return unknown === undefined
      ? [describe(issue.message, path)]
      : [describe(issue.message, [...path, unknown], 'key')];
  });
  return fail(locateDiagnostics(diagnostics, document));
}

function describe(problem: string, path: Path, target?: 'key'): Diagnostic {
  return projectDiagnostics['bad-config']({ path, problem }, { path, ...(target === undefined ? {} : { target }) });
}

/** The environment of that name (`-e NAME`). */
export function findEnvironment(config: ProjectConfig, name: string): Outcome<EnvironmentConfig> {
  const found = Object.hasOwn(config.environments, name) ? config.environments[name] : undefined;
  if (found !== undefined) return succeed(found);
  const known = Object.keys(config.environments);
  return fail([projectDiagnostics['unknown-environment']({ name, known }, { path: [] })]);
}

// zod's paths may hold symbols, which no document has.
function toPath(path: readonly PropertyKey[]): Path {
  return path.map((segment) => (typeof segment === 'symbol' ? String(segment) : segment));
}
