import { resolve } from 'node:path';
import type { Scaffold } from '../scaffold.js';
import { cancelled, refuse, type Stop } from '../stop.js';

/** Takes the folder from the command line, or asks for it. */
export async function chooseFolder(
  scaffold: Pick<Scaffold, 'request' | 'surroundings' | 'folder' | 'asked'>,
): Promise<Stop | undefined> {
  const { request, surroundings } = scaffold;
  if (request.folder === '') return refuse('DIR is empty: say where the project goes, for example "churn".');
  const typed = request.folder ?? (await askFolder(scaffold));
  if (typeof typed !== 'string') return typed;
  scaffold.folder = resolve(surroundings.workingFolder, typed);
  return undefined;
}

async function askFolder(scaffold: Pick<Scaffold, 'request' | 'surroundings' | 'asked'>): Promise<string | Stop> {
  const { request, surroundings } = scaffold;
  if (!surroundings.canAsk || request.yes) {
    return refuse('DIR is missing: say where the project goes, for example "create-ml-project churn".');
  }
  scaffold.asked = true;
  const question = { message: 'Where should the project go?', suggestion: 'churn', problemWith: () => undefined };
  return (await surroundings.prompts.ask(question)) ?? cancelled;
}
