import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { listFiles } from '../test/try-out.js';
import { renderProject } from './render-project.js';

const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
const { version } = JSON.parse(manifest) as { version: string };
const fixtures = fileURLToPath(new URL('../test/fixtures', import.meta.url));
const fixture = join(fixtures, version, 'churn');
const environments = ['dev=111111111111', 'preprod=222222222222', 'prod=333333333333'].map((entry) => {
  const [name = '', account] = entry.split('=');
  return { name, account };
});
const input = { version, environments, region: 'eu-west-1', registry: 'dev', packedPackages: [] };
const project = await renderProject({ ...input, projectName: 'churn' });

describe('renderProject', () => {
  it.each(readdirSync(fixtures))('finds the tree of version %s as it was written', (released) => {
    const tree = join(fixtures, released, 'churn');
    const { managed, owned } = JSON.parse(readFileSync(join(tree, '.create-ml-project.json'), 'utf8'));
    const sha256 = (path: string) =>
      `sha256:${createHash('sha256')
        .update(readFileSync(join(tree, path)))
        .digest('hex')}`;
    const paths = listFiles(tree).filter((path) => path !== '.create-ml-project.json');
    expect(Object.fromEntries(paths.map((path) => [path, sha256(path)]))).toEqual({ ...managed, ...owned });
  });

  /**
   * The committed trees are what later versions will upgrade from: this version's, and those of the versions before it,
   * which nothing writes any more. After an intended change of the templates:
   * `npx vitest run src/render-project.test.ts -u` in this app, then read the difference.
   */
  it('renders the committed tree of this version', async () => {
    for (const [path, text] of project) await expect(text).toMatchFileSnapshot(join(fixture, path));
    expect(listFiles(fixture)).toEqual([...project.keys()]);
  });

  it('uses the name everywhere and leaves no mark of the template', async () => {
    const other = await renderProject({ ...input, projectName: 'fraud' });
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
