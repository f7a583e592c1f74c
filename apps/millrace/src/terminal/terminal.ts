import picocolors from 'picocolors';

/** Colour functions of one stream; the identity where the stream shows none. */
export type Colours = ReturnType<typeof picocolors.createColors>;

/** The three streams of the process, and what may be done with them. */
export interface Terminal {
  /** True with `--json`: standard output belongs to the one document. */
  readonly json: boolean;
  /** Writes the product of the command to standard output. */
  print(text: string): void;
  /** Writes to standard error. */
  tell(text: string): void;
  /** What people read: to standard output, with `--json` to standard error. */
  speak(text: string): void;
  /** Colours for {@link speak}. */
  readonly speech: Colours;
  /** Colours for {@link tell}. */
  readonly notes: Colours;
  /** The screen that progress may be redrawn on; absent without a terminal, and with `CI`. */
  readonly screen?: Screen;
  readStandardInput(): AsyncIterable<Uint8Array>;
  readonly standardInputIsTerminal: boolean;
  readonly workingDirectory: string;
}

/** A terminal window. */
export interface Screen {
  write(text: string): void;
  readonly columns: number;
  readonly rows: number;
}

/** The streams of this process. */
export function openTerminal(json: boolean): Terminal {
  const { stdout, stderr, stdin } = process;
  const tell = (text: string) => void stderr.write(text);
  const print = (text: string) => void stdout.write(text);
  const screen = openScreen();
  return {
    json,
    print,
    tell,
    speak: json ? tell : print,
    speech: colour(json ? stderr : stdout),
    notes: colour(stderr),
    ...(screen === undefined ? {} : { screen }),
    readStandardInput: () => stdin,
    standardInputIsTerminal: stdin.isTTY === true,
    workingDirectory: process.cwd(),
  };
}

// picocolors would colour whatever it finds itself in when `CI` is set; here a stream that is no terminal stays plain.
function colour(stream: NodeJS.WriteStream): Colours {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (isSet(NO_COLOR)) return picocolors.createColors(false);
  const forced = isSet(FORCE_COLOR) && FORCE_COLOR !== '0';
  return picocolors.createColors(forced || (stream.isTTY === true && TERM !== 'dumb'));
}

function openScreen(): Screen | undefined {
  const { stderr, env } = process;
  if (stderr.isTTY !== true || env['TERM'] === 'dumb' || isSet(env['CI'])) return undefined;
  return {
    write: (text) => void stderr.write(text),
    get columns() {
      return stderr.columns || 80;
    },
    get rows() {
      return stderr.rows || 24;
    },
  };
}

function isSet(variable: string | undefined): boolean {
  return variable !== undefined && variable !== '';
}
