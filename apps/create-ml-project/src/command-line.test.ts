import { describe, expect, it } from 'vitest';
import { readCommandLine } from './command-line.js';

const unsaid = { name: undefined, accounts: undefined, region: undefined, registry: undefined };
const read = (...args: string[]) => readCommandLine(args, '1.2.3');

describe('readCommandLine', () => {
  it('installs and asks unless told otherwise', () => {
    const request = { folder: 'churn', ...unsaid, yes: false, install: true, json: false };
    expect(read('churn')).toEqual({ kind: 'create', request });
  });

  it('reads every option, before or after the folder', () => {
    const platform = { accounts: 'dev=1', region: 'eu-west-1', registry: 'dev' };
    const request = { folder: 'dir', name: 'churn', ...platform, yes: true, install: false, json: true };
    const flags = ['--accounts', 'dev=1', '--region', 'eu-west-1', '--registry', 'dev'];
    expect(read('-y', 'dir', '--name', 'churn', ...flags, '--no-install', '--json')).toEqual({
      kind: 'create',
      request,
    });
  });

  it('prints version and help', () => {
    expect(read('--version')).toEqual({ kind: 'print', text: '1.2.3\n' });
    const help = read('--help');
    for (const option of ['DIR', '--name <name>', '--no-install', '--yes', '--json', '--version', '--help']) {
      expect(help).toMatchObject({ kind: 'print', text: expect.stringContaining(option) });
    }
  });

  const options =
    'options are --name, --accounts, --region, --registry, --no-install, --yes, --json, --version and --help.';
  it.each([
    [['--nmae', 'x'], `unknown option '--nmae', did you mean --name; ${options}`],
    [['--template', 'x'], `unknown option '--template'; ${options}`],
    [['x', '--name'], `option '--name <name>' argument missing; ${options}`],
    [['a', 'b'], 'one folder at most, got "a" and "b".'],
  ])('refuses %j in one sentence', (args, sentence) => {
    expect(read(...args)).toEqual({ kind: 'refused', stop: { exitCode: 2, sentence } });
  });
});
