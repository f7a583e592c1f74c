/**
 * A reader that goes away (`millrace … | head -1`) is no error: what is written to it afterwards is dropped, and the
 * command ends as it would have. Every other failure to write is left to the caller's handlers.
 */
export function surviveClosedPipe(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
  });
}
