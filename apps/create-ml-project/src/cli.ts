import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { debuglog } from 'node:util';
import pc from 'picocolors';
import { readCommandLine } from './command-line.js';
import { createProject, startScaffold } from './create-project.js';
import { terminalPrompts } from './prompts.js';
import { reportAsJson } from './report-as-json.js';
import type { Request } from './request.js';
import type { Scaffold } from './scaffold.js';
import type { Stop } from './stop.js';
import { stopOnInterrupt } from './stop-on-interrupt.js';
import type { Surroundings } from './surroundings.js';

const manifest = new URL('../package.json', import.meta.url);
const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };

for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosedPipe);
try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.exitCode = reportBug(error);
}

async function run(args: readonly string[]): Promise<number> {
  const commandLine = readCommandLine(args, version);
  if (commandLine.kind === 'print') {
    process.stdout.write(commandLine.text);
    return 0;
  }
  // A command line that cannot be read may still have asked for JSON.
  if (commandLine.kind === 'refused') return end(undefined, commandLine.stop, args.includes('--json'));
  const scaffold = startScaffold(commandLine.request, surroundingsOf(commandLine.request));
  stopOnInterrupt(scaffold);
  return end(scaffold, await createProject(scaffold), commandLine.request.json);
}

function surroundingsOf(request: Request): Surroundings {
  const people = request.json ? process.stderr : process.stdout;
  return {
    workingFolder: process.cwd(),
    canAsk: Boolean(process.stdin.isTTY && process.stdout.isTTY) && !process.env.CI && !request.json,
    prompts: terminalPrompts,
    variables: process.env,
    version,
    packagesFolder: fileURLToPath(new URL('./packages', import.meta.url)),
    say: (line) => people.write(`${line}\n`),
  };
}

function end(scaffold: Scaffold | undefined, stop: Stop | undefined, json: boolean): number {
  if (json) process.stdout.write(reportAsJson(scaffold, stop));
  const { red } = pc.createColors(Boolean(process.stderr.isTTY) && !process.env.NO_COLOR);
  if (stop) process.stderr.write(`${red('create-ml-project:')} ${stop.sentence}\n`);
  return stop?.exitCode ?? 0;
}

/** A reader that goes away (`create-ml-project … | head -1`) is no error: the project is made all the same. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
}

/** No stack trace: it helps nobody who did not write this. `NODE_DEBUG=create-ml-project` prints it. */
function reportBug(error: unknown): number {
  debuglog('create-ml-project')('%o', error);
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`create-ml-project: this is a bug of create-ml-project, please report it: ${message}\n`);
  return 70;
}
