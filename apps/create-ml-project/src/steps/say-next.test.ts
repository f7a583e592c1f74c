import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tryOut } from '../../test/try-out.js';
import { sayNext } from './say-next.js';

const environments = ['dev', 'prod'].map((name) => ({ name, account: undefined }));
const platform = { environments, region: 'eu-west-1', registry: 'dev' };

function written(path: string, state: object = {}, options: Parameters<typeof tryOut>[0] = {}) {
  const scaffold = Object.assign(tryOut(options), { projectName: 'churn', files: ['a', 'b'], ...platform, ...state });
  return Object.assign(scaffold, { folder: join(scaffold.surroundings.workingFolder, path) });
}

async function said(scaffold: ReturnType<typeof written>): Promise<string> {
  await sayNext(scaffold);
  return scaffold.said.join('\n');
}

describe('sayNext', () => {
  it('counts the files and leads to the first run', async () => {
    const text = await said(written('churn', { installed: true }));
    expect(text).toContain('2 files in churn');
    expect(text).toContain('  cd churn\n  npx nx dry-run churn\n  npx nx test churn');
  });

  it('leads to npm install first when that was left out', async () => {
    expect(await said(written('churn'))).toContain('  cd churn\n  npm install\n  npx nx dry-run churn');
  });

  it('quotes a folder that a shell would split', async () => {
    expect(await said(written("my folder/it's"))).toContain(`cd 'my folder/it'\\''s'`);
  });

  it('names a folder that lies elsewhere from the root', async () => {
    const scaffold = written('../elsewhere/churn');
    expect(await said(scaffold)).toContain(`cd ${scaffold.folder}\n`);
  });

  it('prints the command that repeats the answers, if there were any', async () => {
    const repeated = 'npx create-ml-project@0.1.0 models --name churn --region eu-west-1 --yes --no-install';
    expect(await said(written('models', { asked: true }))).toContain(repeated);
    expect(await said(written('models'))).not.toContain('npx create-ml-project');
  });

  it('repeats accounts and registry, and asks for accounts that are open', async () => {
    const accounts = [
      { name: 'dev', account: '111111111111' },
      { name: 'prod', account: '222222222222' },
    ];
    const text = await said(written('churn', { asked: true, environments: accounts, registry: 'prod' }));
    expect(text).toContain(
      '--region eu-west-1 --accounts dev=111111111111,prod=222222222222 --registry prod --yes --no-install',
    );
    expect(text).not.toContain('fill in the accounts');
    expect(await said(written('churn'))).toContain('project.config.yaml (fill in the accounts)');
  });

  it('leaves the words to the document when that is asked for', async () => {
    expect(await said(written('churn', {}, { request: { json: true } }))).toBe('');
  });
});
