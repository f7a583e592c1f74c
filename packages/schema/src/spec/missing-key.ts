import type { Diagnostic, Path } from '../diagnostics/diagnostic.js';
import { specDiagnostics } from './spec-diagnostics.js';

/** A missing key is placed at the map that lacks it. */
export function missingKey(path: Path): Diagnostic {
  return specDiagnostics['missing-key']({ key: String(path.at(-1) ?? '') }, { path: path.slice(0, -1) });
}
