/** A broken invariant: a bug of Millrace, never an author's mistake. The command line answers with exit code 70. */
export class InternalError extends Error {
  override readonly name = 'InternalError';
}

/** For the branch that types say cannot be reached. */
export function unreachable(value: never): never {
  throw new InternalError(`unexpected value: ${JSON.stringify(value)}`);
}
