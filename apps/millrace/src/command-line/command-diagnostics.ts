import { defineDiagnostics, suggest } from '@millrace/schema';

/** What can be wrong with a command line, and what can happen to a command as a whole. */
export const commandDiagnostics = defineDiagnostics('command', {
  'missing-command': {
    severity: 'error',
    kind: 'blocking',
    message: () => 'no command was given',
    help: (p: { known: readonly string[] }) => `one of: ${p.known.join(', ')}; \`millrace --help\` tells more`,
    explanation: 'millrace does nothing by itself: its first argument says what to do, as in `millrace validate FILE`.',
  },
  'unknown-command': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { given: string; known: readonly string[] }) => `there is no command "${p.given}"`,
    help: (p: { given: string; known: readonly string[] }) => suggest(p.given, p.known, 'commands'),
    explanation: 'The first argument of millrace is the name of a command. `millrace --help` lists them.',
  },
  'unknown-option': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { given: string; command: string; known: readonly string[] }) =>
      `\`${p.command}\` has no option ${p.given}`,
    help: (p: { given: string; command: string; known: readonly string[] }) => suggest(p.given, p.known, 'its options'),
    explanation:
      'An option that a command does not have is refused, since a misspelt one would silently change nothing. A file whose name ' +
      'begins with a dash can be given after `--`.',
  },
  'wrong-arguments': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { problem: string; usage: string }) => p.problem,
    help: (p: { problem: string; usage: string }) => `usage: ${p.usage}`,
    explanation: 'An argument is missing, or there is one too many. `--help` after any command shows what it takes.',
  },
  'bad-option-value': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { option: string; problem: string }) => `${p.option}: ${p.problem}`,
    help: (p: { help?: string | undefined }) => p.help,
    explanation: 'An option was given a value that it cannot take. `--help` after the command says what it takes.',
  },
  'not-supported-yet': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { what: string }) => `${p.what} is known, not supported yet`,
    help: (p: { instead?: string }) => p.instead,
    explanation: 'The name is right and its place is reserved, but this version of Millrace cannot do it yet.',
  },
  'missing-file': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { file: string }) => `there is no file ${p.file}`,
    help: (p: { file: string; near?: string | undefined }) =>
      p.near === undefined ? 'check the path; `-` reads standard input' : `did you mean ${p.near}?`,
    explanation: 'The command line names a file that does not exist. Relative paths start at the working directory.',
  },
  'not-a-file': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { file: string }) => `${p.file} is a directory`,
    help: (p: { candidate?: string | undefined }) =>
      p.candidate === undefined ? 'name the spec or the definition in it' : `did you mean ${p.candidate}?`,
    explanation: 'Commands work on one file: a spec (YAML) or a pipeline definition (JSON).',
  },
  'unreadable-file': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { file: string; reason: string }) => `${p.file} cannot be read: ${p.reason}`,
    explanation: 'The operating system refuses to read a file that the command line names.',
  },
  'unwritable-output': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { file: string; reason: string }) => `${p.file} cannot be written: ${p.reason}`,
    help: (p: { help?: string | undefined }) => p.help,
    explanation:
      'The output goes into a temporary file beside its place and is renamed when it is complete, so that nothing half-written is ever ' +
      'left behind. That place must exist and be writable.',
  },
  'unknown-code': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { given: string }) => `there is no code "${p.given}"`,
    help: (p: { given: string; near?: string | undefined }) =>
      p.near === undefined ? '`millrace explain` lists all codes and rules' : `did you mean ${p.near}?`,
    explanation:
      'Every message of Millrace has a code such as graph/unknown-step, and every finding of `millrace check` the id of a rule ' +
      'such as MR-NET-001; `millrace explain CODE` tells more about either.',
  },
  'internal-error': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { message: string }) =>
      `this is a bug of Millrace, please report it with what you ran and this message: ${p.message}`,
    help: () => 'MILLRACE_DEBUG=1 shows where it happened',
    explanation: 'Something happened that should be impossible. It is not your mistake, and a report helps to mend it.',
  },
});
