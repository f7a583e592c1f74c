import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { FileBase, type Project } from 'projen';

const spdx = 'Apache-2.0';

/** The licence text in one folder: at the root for readers, in each published package because npm packs only that. */
export class Licence extends FileBase {
  static readonly spdx = spdx;

  constructor(project: Project, directory: string) {
    super(project, join(directory, 'LICENSE'), { marker: false });
  }

  protected override synthesizeContent(): string {
    const projen = dirname(createRequire(import.meta.url).resolve('projen/package.json'));
    return readFileSync(join(projen, 'license-text', `${spdx}.txt`), 'utf8');
  }
}
