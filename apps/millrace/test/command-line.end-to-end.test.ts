import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documents, explainDocument } from './documents.js';
import { launcher, newFolder, runCli } from './run-cli.js';
import { SPEC } from './samples.js';

// Object.keys is typed string[]; the table has exactly these keys.
const COMMANDS = Object.keys(documents) as (keyof typeof documents)[];
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

describe.each(['', ...COMMANDS])('millrace %s', (name) => {
  const command = name === '' ? [] : [name];

  it('has help with the exit codes, and a version', () => {
    const help = runCli([...command, '--help']);
    expect(help).toMatchObject({ exitCode: 0, stderr: '' });
    expect(help.stdout).toMatch(new RegExp(`^Usage: millrace ${name}`));
    expect(help.stdout).toMatch(/0 +fine\n +1 .*\n +2 .*\n +70 .*\n +130 .*/);
    expect(runCli([...command, '--version'])).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: '' });
    if (name !== '') expect(runCli(['help', name]).stdout).toBe(help.stdout);
  });
});

describe('wrong usage is exit code 2, a sentence and a suggestion', () => {
  it.each([
    [[], 'no command was given', '--help'],
    [['validat'], 'there is no command "validat"', 'did you mean "validate"?'],
    [['help', 'validat'], 'there is no command "validat"', 'did you mean "validate"?'],
    [['validate', '--jsn', 'x'], '`millrace validate` has no option --jsn', 'did you mean "--json"?'],
    [['validate'], "missing required argument 'FILE'", 'usage: millrace validate [options] <FILE>'],
    [['validate', 'a', 'b'], 'too many arguments', 'usage: millrace validate'],
    [['graph', 'x', '--format', 'pdf'], '--format: "pdf" is not a value', 'mermaid, json, svg, markdown'],
    [['dry-run', 'x', '-p', 'novalue'], '-p: "novalue" is not a value', 'NAME=VALUE'],
    [['dry-run', 'x', '--assume', 'maybe'], '--assume: "maybe" is not a value', 'CONDITION=true'],
    [['dry-run', 'x', '--data', 'raw.csv'], '--data: "raw.csv" is not a value', 'S3URI=PATH'],
    [['dry-run', 'x', '--launcher', 'container'], '--launcher container is known, not supported yet', 'process'],
    [['compile', 'x', '--to', 'terraform'], '--to terraform is known, not supported yet', 'definition'],
    [['validate', 'pipeline.ts'], 'a spec in TypeScript (pipeline.ts) is known, not supported yet', 'YAML'],
    [['explain', 'graph/unknwn-step'], 'there is no code "graph/unknwn-step"', 'did you mean graph/unknown-step?'],
  ])('%j', (words, sentence, help) => {
    const { exitCode, stdout, stderr } = runCli(words);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr).toContain(help);
  });

  it.each(COMMANDS)('%s --json still prints its document', (command) => {
    const { exitCode, stdout, stderr } = runCli([command, '--json', '--no-such-option']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('has no option --no-such-option');
    const document = documents[command].parse(JSON.parse(stdout));
    expect(document.diagnostics).toMatchObject([{ code: 'command/unknown-option' }]);
  });
});

describe('files that cannot be read', () => {
  it('are told apart, with what to do', () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'models'));
    writeFileSync(join(folder, 'models', 'pipeline.yaml'), SPEC);
    const missing = runCli(['validate', 'models/pipelin.yaml'], { folder });
    expect(missing).toMatchObject({ exitCode: 2, stdout: '' });
    expect(missing.stderr).toBe(
      'millrace: there is no file models/pipelin.yaml\n  did you mean models/pipeline.yaml?\n',
    );
    const directory = runCli(['validate', 'models'], { folder });
    expect(directory).toMatchObject({ exitCode: 2, stdout: '' });
    expect(directory.stderr).toBe('millrace: models is a directory\n  did you mean models/pipeline.yaml?\n');
  });

  it.each([
    ['nothing', '', 'syntax/empty', [1, 1]],
    ['only blanks', ' \n\n', 'syntax/empty', [1, 1]],
    ['bytes that are not UTF-8', Buffer.from([0x61, 0x3a, 0x0a, 0x62, 0xff, 0x62]), 'syntax/not-utf8', [2, 2]],
    ['UTF-16', Buffer.from('\ufeffprojectName: x\n', 'utf16le'), 'syntax/not-utf8', [1, 1]],
  ])('%s is an error of the document, from a file and from standard input', (...[, content, code, place]) => {
    const [line, column] = place;
    const folder = newFolder();
    writeFileSync(join(folder, 'p.yaml'), content);
    for (const [file, shown] of [
      ['p.yaml', 'p.yaml'],
      ['-', '<stdin>'],
    ] as const) {
      const { exitCode, stdout } = runCli(['validate', file, '--json'], { folder, stdin: content });
      expect(exitCode).toBe(1);
      expect(documents.validate.parse(JSON.parse(stdout)).diagnostics).toMatchObject([
        { code, file: shown, line, column },
      ]);
    }
  });
});

describe('streams', () => {
  it('has no colours without a terminal, whatever CI says, and with NO_COLOR even when forced', () => {
    for (const env of [{}, { CI: '1' }, { NO_COLOR: '1', FORCE_COLOR: '1' }]) {
      const { stdout } = runCli(['explain', 'command/missing-file'], { env: env as Record<string, string> });
      const listed = runCli(['explain'], { env: env as Record<string, string> });
      expect(stdout + listed.stdout).not.toContain('\u001b[');
    }
    expect(runCli(['explain'], { env: { FORCE_COLOR: '1' } }).stdout).toContain('\u001b[');
  });

  it('survives a reader that goes away', () => {
    const command = `"${process.execPath}" "${launcher}" explain | head -n 1; exit "\${PIPESTATUS[0]}"`;
    const env = { ...process.env, NO_COLOR: '1' };
    expect(execFileSync('bash', ['-c', command], { encoding: 'utf8', env })).toMatch(/^\w+\n$/);
  });
});

describe('a bug of ours', () => {
  // A bundle that lacks a part is the one way to break the real program from outside.
  function breakBundle(): string {
    const folder = newFolder();
    const app = join(folder, 'app');
    for (const part of ['bin', 'dist', 'package.json'])
      cpSync(new URL(`../${part}`, import.meta.url), join(app, part), { recursive: true });
    for (const file of readdirSync(join(app, 'dist')))
      if (file.startsWith('explain-codes')) rmSync(join(app, 'dist', file));
    return join(app, 'bin', 'millrace.js');
  }

  it('is exit code 70, one sentence asking for a report, and a document; the stack only on demand', () => {
    const broken = breakBundle();
    const run = (env: Record<string, string>) => {
      const script = `"${process.execPath}" "${broken}" explain --json 2>err; echo $?; cat err`;
      return execFileSync('bash', ['-c', script], {
        cwd: newFolder(),
        env: { PATH: process.env['PATH'], ...env },
        encoding: 'utf8',
      });
    };
    const [, json = '', rest = ''] = /^(\{.*\n\})\n(.*)$/s.exec(run({})) ?? [];
    expect(explainDocument.parse(JSON.parse(json)).diagnostics).toMatchObject([{ code: 'command/internal-error' }]);
    expect(rest).toMatch(/^70\nmillrace: this is a bug of Millrace, please report it/);
    expect(rest.split('\n')).toHaveLength(4);
    expect(run({ MILLRACE_DEBUG: '1' })).toMatch(/^\s+at /m);
  });
});
