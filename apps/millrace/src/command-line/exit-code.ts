/** What the process ends with. The same in every command. */
export const EXIT_CODES = {
  fine: 0,
  /** The work was done and found errors, or a run failed. */
  errors: 1,
  /** The command line itself is wrong, or names a file that cannot be read or written. */
  usage: 2,
  /** A bug of Millrace. */
  bug: 70,
  /** Stopped by Ctrl-C. */
  cancelled: 130,
} as const;

/** One of the documented exit codes. */
export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES];

/** The paragraph that every help text ends with. */
export const EXIT_CODE_HELP = [
  'Exit codes:',
  '  0    fine',
  '  1    the work found errors, or the run failed',
  '  2    wrong usage: command line, or a file that cannot be read or written',
  '  70   a bug of Millrace',
  '  130  cancelled',
].join('\n');
