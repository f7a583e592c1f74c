import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The only template so far: a table of numbers and categories, one column to predict. */
export const template = 'tabular';

/** Both the sources and the bundle lie one folder below the app, where `templates/` is. */
const folder = fileURLToPath(new URL(`../templates/${template}`, import.meta.url));
const mark = /__PROJECT_NAME__/g;
/** What Python leaves behind when the template's own tests are run in place. */
const leftovers = /(^|\/)(__pycache__|\.pytest_cache)(\/|$)/;

/**
 * The files that belong to the project's people once they are written: pipeline, scripts, tests, data, README.
 *
 * @returns path below the project's folder (with `/` on every system) to the whole text
 */
export async function renderTemplate(projectName: string): Promise<ReadonlyMap<string, string>> {
  const fill = (text: string): string => text.replace(mark, projectName);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !leftovers.test(path))
    .sort();
  const files = paths.map(async (path) => [fill(path), fill(await readFile(join(folder, path), 'utf8'))] as const);
  return new Map(await Promise.all(files));
}
