import type { WorkspaceName } from './package-arrows.js';

/** A workspace's name on npm: apps are short to type, libraries are scoped. */
export function npmName(name: WorkspaceName): string {
  return name === 'millrace' || name === 'create-ml-project' ? name : `@millrace/${name}`;
}
