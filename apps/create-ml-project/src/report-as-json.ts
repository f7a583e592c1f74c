import type { Scaffold } from './scaffold.js';
import { nextCommands } from './steps/say-next.js';
import type { Stop } from './stop.js';

/** The one document of `--json`, with the same facts that people are told. */
export function reportAsJson(scaffold: Scaffold | undefined, stop: Stop | undefined): string {
  return `${JSON.stringify({ ok: stop === undefined, ...outcome(stop), ...project(scaffold) }, null, 2)}\n`;
}

function outcome(stop: Stop | undefined): object {
  return stop ? { exitCode: stop.exitCode, message: stop.sentence } : { exitCode: 0 };
}

/** Nothing about a project that is not there. */
function project(scaffold: Scaffold | undefined): object {
  if (!scaffold || scaffold.files.length === 0) return {};
  const { folder, projectName, files, installed, surroundings } = scaffold;
  const next = nextCommands(scaffold);
  return { version: surroundings.version, directory: folder, projectName, files, installed, next };
}
