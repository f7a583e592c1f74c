import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { ensureVirtualEnvironment } from '../python-environment.js';
import type { PublishedFramework, PublishedImages } from './published-images.js';

const run = promisify(execFile);

// The package is found, not imported: its import takes seconds and wants a region.
const FIND_PACKAGE =
  'import importlib.util as u, importlib.metadata as m; print(m.version("sagemaker")); print(u.find_spec("sagemaker").submodule_search_locations[0])';

/** A list of graphics cards that lies among the image lists. */
const NO_IMAGE_LIST = 'instance_gpu_info';

/** Reads the image lists of the SDK that the requirements file pins. */
export async function readPublishedImages(requirementsFile: string): Promise<PublishedImages> {
  const { python } = await ensureVirtualEnvironment(requirementsFile);
  const { stdout } = await run(python, ['-c', FIND_PACKAGE]);
  const [sdkVersion = '', folder = ''] = stdout.trim().split('\n');
  const lists = join(folder, 'image_uri_config');
  const names = (await readdir(lists)).map((file) => basename(file, '.json')).filter((name) => name !== NO_IMAGE_LIST);
  const entries = names.sort().map(async (name) => {
    // The shape of the lists is the SDK's contract; a change of it fails in the generator or against the oracle.
    const list = JSON.parse(await readFile(join(lists, `${name}.json`), 'utf8')) as PublishedFramework;
    return [name, list] as const;
  });
  const frameworks = Object.fromEntries(await Promise.all(entries));
  return { sdkVersion, date: dateIn(await readFile(requirementsFile, 'utf8')), frameworks };
}

/** Wheels of the SDK carry no date, so the requirements file says on which day its version was the newest. */
function dateIn(requirements: string): string {
  const date = /^# date: (\d{4}-\d{2}-\d{2})$/m.exec(requirements)?.[1];
  if (date === undefined) throw new Error('the requirements file of the SDK lacks its line "# date: YYYY-MM-DD"');
  return date;
}
