import type { ImageLock } from '@millrace/schema';

/** The text of a lock file: sorted, so that equal locks are equal files. */
export function renderLock(lock: ImageLock): string {
  const entries = [...lock].sort(([one], [other]) => (one < other ? -1 : 1));
  const lines = entries.map(([uri, digest]) => `  ${JSON.stringify(uri)}: ${digest}\n`);
  return `# Images by their digest; written by \`millrace lock\`.\nimages:\n${lines.join('')}`;
}
