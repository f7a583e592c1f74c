import { compileSpec } from '@millrace/compiler';
import { type Diagnostic, type PlainJson, toPlainJson } from '@millrace/schema';

/** What compiling a text gives, with ordinary numbers. */
export interface CompiledText {
  readonly definition: PlainJson | undefined;
  readonly errors: readonly Diagnostic[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Compiles a spec that has no local scripts. */
export async function compileText(file: string, text: string): Promise<CompiledText> {
  const { value, diagnostics } = await compileSpec({ file, text }, { files: NO_FILES });
  return {
    // A definition is JSON; its typed view only says more.
    definition: value === undefined ? undefined : toPlainJson(value.definition as never),
    errors: diagnostics.filter(({ severity }) => severity === 'error'),
    diagnostics,
  };
}

const NO_FILES = { read: () => undefined, list: () => undefined };
