import { basename } from 'node:path';
import { isProjectName, nameRule, suggestProjectName } from '../project-name.js';
import type { Scaffold } from '../scaffold.js';
import { cancelled, refuse, type Stop } from '../stop.js';

/** Takes the name from `--name`, else from the folder; asks only if the folder gives none that is allowed. */
export async function chooseName(
  scaffold: Pick<Scaffold, 'request' | 'surroundings' | 'folder' | 'projectName' | 'asked'>,
): Promise<Stop | undefined> {
  const { request, surroundings } = scaffold;
  const name = request.name ?? basename(scaffold.folder);
  if (isProjectName(name)) {
    scaffold.projectName = name;
    return undefined;
  }
  if (request.name !== undefined || !surroundings.canAsk || request.yes) return refuse(unusable(name));
  scaffold.asked = true;
  const answer = await surroundings.prompts.ask(question(name));
  if (answer === undefined) return cancelled;
  scaffold.projectName = answer;
  return undefined;
}

function unusable(name: string): string {
  const suggestion = suggestProjectName(name);
  const example = suggestion ? `; try --name ${suggestion}` : '; give one with --name';
  return `"${name}" cannot be a project name: ${nameRule}${example}.`;
}

function question(name: string) {
  return {
    message: 'What is the name of the project?',
    suggestion: suggestProjectName(name) ?? 'churn',
    problemWith: (answer: string) => (isProjectName(answer) ? undefined : `Please ${nameRule}.`),
  };
}
