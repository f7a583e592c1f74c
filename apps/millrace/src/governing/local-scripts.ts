import type { PlacedCode } from '@millrace/compiler';
import type { LocalScripts, ScriptFile } from '@millrace/governance-policies';

/** The local scripts of a pipeline as texts, unpacked; what is no UTF-8 text is no script. */
export function readLocalScripts(code: readonly PlacedCode[]): readonly LocalScripts[] {
  return code.map(({ sha256, sources }) => ({ sha256, files: sources.flatMap(readText) }));
}

function readText({ path, bytes }: PlacedCode['sources'][number]): readonly ScriptFile[] {
  try {
    return [{ path, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }];
  } catch {
    return [];
  }
}
