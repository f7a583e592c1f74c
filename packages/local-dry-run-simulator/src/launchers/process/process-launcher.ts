import type { Scenario } from '@millrace/schema';
import type { Launcher } from '../launcher.js';
import { scriptedLauncher } from '../scripted/scripted-launcher.js';

export interface ProcessLauncherOptions {
  readonly runDirectory: string;
  readonly scenario: Scenario;
  readonly region: string;
  readonly environmentsDirectory?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (step: string, line: string) => void;
}
export function processLauncher(options: ProcessLauncherOptions): Launcher {
  return scriptedLauncher(options.scenario);
}
