import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

/*
 * Ends the whole process group as soon as file 3 closes: when Millrace closes it, and when Millrace itself dies, however
 * it dies. The watcher ignores polite signals, which are meant for the program. Both outputs go to one log, in order.
 */
const SUPERVISE =
  '( trap "" TERM INT HUP; read -r _ <&3; kill -KILL -$$ ) > /dev/null 2>&1 & exec 3<&-; exec "$@" 2>&1';

/** After a polite signal, how long a program may take to end. */
const GRACE_MS = 2_000;

/** The longest delay of a timer. */
const LONGEST_DELAY_MS = 2 ** 31 - 1;

/** A program to run. */
export interface ProcessTree {
  readonly argv: readonly string[];
  readonly workingFolder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly logFile: string;
  readonly onLine: (line: string) => void;
  readonly maxSeconds: number | undefined;
  readonly signal: AbortSignal | undefined;
}

/** How a program ended. */
export interface ProcessEnd {
  readonly exitCode: number;
  /** Why it was ended by us, if it was. */
  readonly ended?: 'stopped' | 'timed-out';
  readonly seconds: number;
  readonly logBytes: number;
  /** The last line of the log that is not empty. */
  readonly lastLine: string;
}

/** Runs a program to its end, with all that it starts; nothing of it is left when this returns. */
export async function runProcessTree(tree: ProcessTree): Promise<ProcessEnd> {
  const started = process.hrtime.bigint();
  const child = spawn('/bin/sh', ['-c', SUPERVISE, 'sh', ...tree.argv], {
    cwd: tree.workingFolder,
    env: tree.environment,
    // A group of its own, so that one signal reaches the whole tree and Ctrl-C reaches only Millrace.
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
  });
  const log = new LogReader(tree.onLine);
  const written = writeLog(child, tree.logFile, log);
  const reaper = new Reaper(child, tree);
  const exitCode = await exitOf(child);
  reaper.disarm();
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  child.stdio[3]?.destroy();
  const logBytes = await written;
  log.end();
  return {
    exitCode,
    seconds,
    logBytes,
    lastLine: log.lastLine,
    ...(reaper.ended === undefined ? {} : { ended: reaper.ended }),
  };
}

/** Ends a program that has run too long or shall stop: politely first. */
class Reaper {
  ended: 'stopped' | 'timed-out' | undefined;
  readonly #timer: NodeJS.Timeout | undefined;
  readonly #onAbort = () => this.#end('stopped');
  #killer: NodeJS.Timeout | undefined;

  constructor(
    readonly child: ChildProcess,
    readonly tree: ProcessTree,
  ) {
    const { maxSeconds, signal } = tree;
    if (maxSeconds !== undefined)
      this.#timer = setTimeout(() => this.#end('timed-out'), Math.min(maxSeconds * 1000, LONGEST_DELAY_MS));
    if (signal?.aborted) this.#end('stopped');
    else signal?.addEventListener('abort', this.#onAbort);
  }

  disarm(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#killer);
    this.tree.signal?.removeEventListener('abort', this.#onAbort);
  }

  #end(why: 'stopped' | 'timed-out'): void {
    this.ended ??= why;
    signalGroup(this.child, 'SIGTERM');
    this.#killer = setTimeout(() => signalGroup(this.child, 'SIGKILL'), GRACE_MS);
  }
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // The group has just ended by itself.
  }
}

function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    // 137 = 128 + SIGKILL: shells give programs that were killed such a code.
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGTERM' ? 143 : 137)));
  });
}

async function writeLog(child: ChildProcess, file: string, reader: LogReader): Promise<number> {
  const stream = createWriteStream(file);
  child.stdout?.on('data', (chunk: Buffer) => reader.read(chunk.toString('utf8')));
  child.stdout?.pipe(stream);
  await finished(stream);
  return stream.bytesWritten;
}

/** Cuts a log into lines; a carriage return ends a line too, as progress bars use it. */
class LogReader {
  lastLine = '';
  #rest = '';

  constructor(readonly onLine: (line: string) => void) {}

  read(text: string): void {
    const lines = (this.#rest + text).split(/\r\n|\n|\r/);
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#take(line);
  }

  end(): void {
    this.#take(this.#rest);
    this.#rest = '';
  }

  #take(line: string): void {
    if (line.trim() === '') return;
    this.lastLine = line;
    this.onLine(line);
  }
}
