import { type Diagnostic, type Outcome, renderDiagnostic } from '@millrace/schema';
import type { LocalFiles } from '../code/local-files.js';
import { type CompiledPipeline, compileSpec } from '../compile-spec.js';

/** A spec as text, and the local files that it may name: paths relative to the spec, with their text. */
export interface SpecUnderTest {
  readonly yaml: string;
  readonly files?: Readonly<Record<string, string>>;
}

/** The name that diagnostics of specs under test show. */
export const FILE = 'pipeline.yaml';

/** Compiles a spec under test. */
export function compileUnderTest({ yaml, files = {} }: SpecUnderTest): Promise<Outcome<CompiledPipeline>> {
  return compileSpec({ file: FILE, text: yaml }, { files: filesInMemory(files) });
}

function filesInMemory(files: Readonly<Record<string, string>>): LocalFiles {
  return {
    read: (path) => (Object.hasOwn(files, path) ? new TextEncoder().encode(files[path]) : undefined),
    list: (folder) => {
      const prefix = folder === '' || folder === '.' ? '' : `${folder}/`;
      const inside = Object.keys(files).filter((path) => path.startsWith(prefix));
      return inside.length === 0 ? undefined : inside.map((path) => path.slice(prefix.length)).sort();
    },
  };
}

/** Diagnostics as a person reads them. */
export function render(diagnostics: readonly Diagnostic[], yaml: string): string {
  return diagnostics.map((each) => renderDiagnostic(each, { textOf: () => yaml })).join('\n');
}
