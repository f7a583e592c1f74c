import { EXIT_CODES } from '../command-line/exit-code.js';

/** A signal that Ctrl-C aborts. */
export interface Interruption {
  readonly signal: AbortSignal;
  /** Gives Ctrl-C back to the system. */
  release(): void;
}

/**
 * The first Ctrl-C (or SIGTERM) asks the run to stop, which also ends its processes; a second one does not wait for that.
 */
export function cancelOnInterrupt(onFirst: () => void): Interruption {
  const controller = new AbortController();
  const interrupt = () => {
    if (controller.signal.aborted) process.exit(EXIT_CODES.cancelled);
    controller.abort();
    onFirst();
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  const release = () => {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  };
  return { signal: controller.signal, release };
}
