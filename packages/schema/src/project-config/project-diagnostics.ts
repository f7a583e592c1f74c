import { defineDiagnostics } from '../diagnostics/define-diagnostics.js';
import type { Path } from '../diagnostics/diagnostic.js';
import { suggest } from '../diagnostics/did-you-mean.js';
import { formatPath } from '../diagnostics/format-path.js';

/** Messages about the project config. */
export const projectDiagnostics = defineDiagnostics('project', {
  'bad-config': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { path: Path; problem: string }) =>
      p.path.length === 0 ? `project config: ${p.problem}` : `project config, ${formatPath(p.path)}: ${p.problem}`,
    explanation:
      'The project config (project.config.yaml) names the environments, each with its account, region, deploy values and local data. It is strict: unknown keys and values of another kind are errors, because a misspelt setting would otherwise be ignored silently.',
  },
  'unknown-environment': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { name: string; known: readonly string[] }) => `there is no environment "${p.name}"`,
    help: (p) => suggest(p.name, p.known) ?? 'add it below "environments:" in project.config.yaml',
    explanation:
      'The environment given with -e is looked up below "environments:" in the project config, which is found by walking up from the spec.',
  },
  'config-not-readable-yet': {
    severity: 'warning',
    kind: 'remark',
    message: (p: { file: string }) =>
      `${p.file} is not read: project configs in TypeScript are known, not supported yet`,
    help: () => 'write the settings into project.config.yaml',
    explanation:
      'A project config may be written in YAML or TypeScript. This version reads project.config.yaml only; what project.config.ts says has no effect.',
  },
});
