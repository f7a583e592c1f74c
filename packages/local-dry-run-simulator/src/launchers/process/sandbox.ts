import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PlannedFile } from '../../container-plans/container-plan.js';

/** The folder that SageMaker's containers live in. */
export const CONTAINER_ROOT = '/opt/ml';

/** Folders of a sandbox that mounting needs. */
export const MOUNT_FOLDERS = ['/opt/ml', '/opt-work', '/host-opt'] as const;

/** A folder that holds what the container of a job would: `/opt/ml` and whatever else the job names. */
export class Sandbox {
  /** `root`: an absolute path; made when first written to. */
  constructor(readonly root: string) {}

  /** The place on this machine of a path inside of the container. */
  placeOf(path: string): string {
    return join(this.root, path);
  }

  /** An empty home folder. */
  get home(): string {
    return join(this.root, 'home');
  }

  /** Makes the folders and files that exist before the program starts. */
  async prepare(folders: readonly string[], files: readonly PlannedFile[]): Promise<void> {
    for (const folder of ['/home', '/work', ...MOUNT_FOLDERS, ...folders])
      await mkdir(this.placeOf(folder), { recursive: true });
    for (const { path, text } of files) {
      await mkdir(dirname(this.placeOf(path)), { recursive: true });
      await writeFile(this.placeOf(path), text);
    }
  }

  /** The text with paths of the container replaced by places on this machine, for machines that cannot mount. */
  translate(text: string): string {
    return text.replace(
      /(^|[^\w./-])\/opt\/ml(?=$|[/"',:;\s\]])/g,
      (_, before: string) => `${before}${this.placeOf(CONTAINER_ROOT)}`,
    );
  }
}
