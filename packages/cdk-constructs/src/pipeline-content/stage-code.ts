import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { PlacedCode } from '@millrace/compiler';

/**
 * Writes local code as it will lie below `code/` of the bucket: `<sha256>/<path>`. The CDK copies the folder into its
 * assembly at once and addresses the asset by its content, so the folder is only needed until then.
 */
export function stageCode(code: readonly PlacedCode[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-code-'));
  for (const { sha256, files } of code) {
    for (const { path, bytes } of files) {
      const file = join(folder, sha256, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, bytes);
    }
  }
  return folder;
}
