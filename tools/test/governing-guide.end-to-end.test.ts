import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';
import { afterAll, describe, expect, test } from 'vitest';
import { repositoryRoot } from '../src/repository.js';
import { type ProgramResult, runProgram } from '../src/run-program.js';

const guide = readFileSync(join(repositoryRoot, 'docs/guide/governing-pipelines.md'), 'utf8');
const pack = join(repositoryRoot, 'examples/governance/acme-rules');
const project = mkdtempSync(join(tmpdir(), 'millrace-guide-'));
afterAll(() => rmSync(project, { recursive: true, force: true }));
installPack();

/** What a reader does, in the order of the page: a file to write, or a command to run. */
type Action =
  | { readonly file: string; readonly text: string }
  | { readonly command: string; readonly exitCode: number };

// A block of YAML goes into the file that the sentence before it names; one that names none is not a file of the reader's.
const BLOCK = /(?<before>[^\n]*(?:\n[^\n]+)*)\n\n```(?<language>yaml|sh)\n(?<body>[\s\S]*?)```/g;
let file: string | undefined;
const actions = [...guide.matchAll(BLOCK)].flatMap((match): readonly Action[] => {
  const { before = '', language, body = '' } = match.groups ?? {};
  if (language === 'sh') return body.trim().split('\n').map(readCommand);
  file = /`((?:models|governance)\/[\w./-]+\.yaml|project\.config\.yaml)`/.exec(before)?.[1] ?? file;
  return before.trim().startsWith('On GitHub') || file === undefined ? [] : [{ file, text: body }];
});

function readCommand(line: string): Action {
  const [command = '', remark] = line.split(/ +# /);
  return { command, exitCode: Number(/exit (\d)/.exec(remark ?? '')?.[1] ?? 0) };
}

/** As npm would: its sources compiled, and what it depends on beside it. */
function installPack(): void {
  const target = join(project, 'node_modules/@acme/pipeline-rules');
  mkdirSync(target, { recursive: true });
  cpSync(join(pack, 'package.json'), join(target, 'package.json'));
  const entryPoints = ['index', 'jobs-take-few-machines'].map((name) => join(pack, `src/${name}.ts`));
  buildSync({ entryPoints, outdir: join(target, 'dist'), format: 'esm' });
  for (const name of ['@millrace', 'zod']) {
    symlinkSync(join(repositoryRoot, 'node_modules', name), join(project, 'node_modules', name), 'junction');
  }
}

function run(command: string): ProgramResult {
  const launcher = join(repositoryRoot, 'apps/millrace/bin/millrace.js');
  const [npx, millrace, ...args] = command.split(' ');
  expect([npx, millrace]).toEqual(['npx', 'millrace']);
  return runProgram({ program: process.execPath, args: [launcher, ...args], directory: project });
}

describe('the guide to governing pipelines', () => {
  test.each(actions.map((each) => ['file' in each ? `has ${each.file}` : each.command, each] as const))(
    '%s',
    (_, action) => {
      if ('file' in action) {
        mkdirSync(dirname(join(project, action.file)), { recursive: true });
        writeFileSync(join(project, action.file), action.text);
        return;
      }
      const { exitCode, stdout, stderr } = run(action.command);
      expect({ exitCode, stdout, stderr }).toEqual({ exitCode: action.exitCode, stdout, stderr });
    },
  );

  test.each(['jobs-take-few-machines', 'jobs-take-few-machines.test'])('shows %s.ts as it is', (name) => {
    expect(guide).toContain(`\`\`\`ts\n${readFileSync(join(pack, `src/${name}.ts`), 'utf8')}\`\`\``);
  });
});
