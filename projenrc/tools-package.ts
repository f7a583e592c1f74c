import type { Project } from 'projen';
import { dependencyTable } from './dependency-table.js';
import { type WorkspaceKind, type WorkspaceOptions, WorkspacePackage } from './workspace-package.js';

/** This repository's own programs in `tools/`: private, run from their sources, never built. */
export class ToolsPackage extends WorkspacePackage {
  constructor(project: Project, options: Omit<WorkspaceOptions, 'name'>) {
    const fields = {
      private: true,
      dependencies: dependencyTable(options.dependencies, 'tools'),
      devDependencies: dependencyTable(options.devDependencies),
    };
    const kind: WorkspaceKind = { directory: 'tools', buildOutput: 'none', fields, scripts: {} };
    super(project, kind, { ...options, name: 'tools' });
  }
}

/** The command that runs a program of `tools/src`; it reads the sources of the packages and so needs no build. */
export function program(file: string): string {
  return `tsx --conditions=@millrace/source tools/src/${file}`;
}
