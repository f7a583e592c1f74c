import type { PipelineDefinition } from '@millrace/schema';
import type { Terminal } from '../terminal/terminal.js';
import type { CheckOptions } from './check-options.js';
import type { GovernedProjects } from './governed-projects.js';

/** What all documents of a check have in common. */
export interface CheckSetting {
  readonly options: CheckOptions;
  readonly terminal: Terminal;
  readonly projects: GovernedProjects;
  /** What is deployed now. */
  readonly deployed: PipelineDefinition | undefined;
}
