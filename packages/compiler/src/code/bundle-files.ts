import { type Diagnostic, type Outcome, settle } from '@millrace/schema';
import { type CodeBundle, type CodeFile, makeCodeBundle } from './code-bundle.js';
import { MOST_BYTES, MOST_FILES } from './code-limits.js';
import { localCodeDiagnostics } from './local-code-diagnostics.js';
import type { LocalFiles } from './local-files.js';
import { type AuthoredPath, normalizePath, refusePath } from './normalize-path.js';

/** Bundles files beside the spec under their own names, without their folders. Everything that is missing is reported at once. */
export function bundleFiles(files: LocalFiles, authored: readonly AuthoredPath[]): Outcome<CodeBundle> {
  const diagnostics: Diagnostic[] = [];
  const taken = new Map<string, CodeFile & { readonly from: string }>();
  for (const each of authored) {
    const path = normalizePath(each.text);
    const name = path.slice(path.lastIndexOf('/') + 1);
    const earlier = taken.get(name);
    const bytes = earlier === undefined ? files.read(path) : undefined;
    if (bytes === undefined) diagnostics.push(problemOf(each, { path, name, first: earlier?.from }));
    else taken.set(name, { path: name, bytes, from: path });
  }
  const size = [...taken.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
  const last = authored.at(-1);
  if (size > MOST_BYTES && last !== undefined) {
    const parameters = { path: last.text, files: MOST_FILES, bytes: MOST_BYTES };
    diagnostics.push(localCodeDiagnostics['code-too-large'](parameters, { path: last.place }));
  }
  return settle(makeCodeBundle([...taken.values()].map(({ path, bytes }) => ({ path, bytes }))), diagnostics);
}

function problemOf(
  authored: AuthoredPath,
  { path, name, first }: { path: string; name: string; first: string | undefined },
): Diagnostic {
  const refused = refusePath(authored);
  if (refused !== undefined) return refused;
  const place = { path: authored.place };
  return first === undefined
    ? localCodeDiagnostics['missing-file']({ path, kind: 'file' }, place)
    : localCodeDiagnostics['code-file-clash']({ first, second: path, name }, place);
}
