import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The cloud assemblies below a folder that are called cdk.out, as paths relative to it. */
export async function findAssemblies(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const inside = entries.filter((each) => each.isDirectory() && !/^\.|^(?:node_modules|dist)$/.test(each.name));
  const found = await Promise.all(
    inside.map(async ({ name }) => {
      if (name === 'cdk.out') return [name];
      return (await findAssemblies(join(folder, name))).map((each) => join(name, each));
    }),
  );
  return found.flat().sort();
}
