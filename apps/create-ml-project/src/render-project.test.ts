import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { listFiles } from '../test/try-out.js';
import { renderProject } from './render-project.js';

const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
const { version } = JSON.parse(manifest) as { version: string };
const fixture = fileURLToPath(new URL(`../test/fixtures/${version}/churn`, import.meta.url));
const project = await renderProject({ projectName: 'churn', version, packedPackages: [] });

describe('renderProject', () => {
  /**
   * The committed tree is what later versions will upgrade from. After an intended change of the templates:
   * `npx vitest run src/render-project.test.ts -u` in this app, then read the difference.
   */
  it('renders the committed tree of this version', async () => {
    for (const [path, text] of project) await expect(text).toMatchFileSnapshot(join(fixture, path));
    expect(listFiles(fixture)).toEqual([...project.keys()]);
  });

  it('uses the name everywhere and leaves no mark of the template', async () => {
    const other = await renderProject({ projectName: 'fraud', version, packedPackages: [] });
    for (const [path, text] of other) {
      expect(`${path}\n${text}`).not.toMatch(/__PROJECT|TODO|FIXME/);
      expect(path).not.toContain('churn');
    }
    expect(other.get('models/fraud/pipeline.yaml')).toMatch(/^projectName: fraud$/m);
  });

  it('takes the published packages by range when there are no tarballs', () => {
    expect(JSON.parse(project.get('package.json') ?? '').devDependencies).toMatchObject({
      millrace: `^${version}`,
      '@millrace/schema': `^${version}`,
    });
  });
});
