import { problemWithRegion } from '../environments/region.js';
import type { Scaffold } from '../scaffold.js';
import { cancelled, refuse, type Stop } from '../stop.js';

/** Where AWS's own tools look, in their order. */
const variableNames = ['AWS_REGION', 'AWS_DEFAULT_REGION'] as const;

/** Takes the region from `--region`, or asks for it; the suggestion is that of the environment's variables. */
export async function chooseRegion(
  scaffold: Pick<Scaffold, 'request' | 'surroundings' | 'region' | 'asked'>,
): Promise<Stop | undefined> {
  const { request, surroundings } = scaffold;
  if (request.region !== undefined) return take(scaffold, '--region', request.region);
  const variable = variableNames.find((name) => surroundings.variables[name]);
  const usual = (variable && surroundings.variables[variable]) || 'us-east-1';
  if (!surroundings.canAsk || request.yes) return take(scaffold, variable ?? '', usual);
  scaffold.asked = true;
  const suggestion = problemWithRegion(usual) === undefined ? usual : 'us-east-1';
  const answer = await surroundings.prompts.ask({ message: 'AWS region?', suggestion, problemWith: problemWithRegion });
  if (answer === undefined) return cancelled;
  scaffold.region = answer;
  return undefined;
}

function take(scaffold: Pick<Scaffold, 'region'>, source: string, region: string): Stop | undefined {
  const problem = problemWithRegion(region);
  if (problem !== undefined) return refuse(`${source}: ${problem}`);
  scaffold.region = region;
  return undefined;
}
