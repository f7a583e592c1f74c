import type { Scaffold } from '../scaffold.js';
import { refuse, type Stop } from '../stop.js';

/** The registry lies in the environment of `--registry`, else in the first: models are registered where they are made. */
export async function chooseRegistry(
  scaffold: Pick<Scaffold, 'request' | 'environments' | 'registry'>,
): Promise<Stop | undefined> {
  const names = scaffold.environments.map(({ name }) => name);
  const registry = scaffold.request.registry ?? names[0] ?? '';
  if (!names.includes(registry)) {
    return refuse(`--registry: no environment "${registry}". Environments: ${names.join(', ')}.`);
  }
  scaffold.registry = registry;
  return undefined;
}
