import { hasErrors } from '@millrace/schema';
import type { CompiledPipeline } from '../compile-spec.js';
import { compileUnderTest, render, type SpecUnderTest } from './spec-under-test.js';

/**
 * Compiles a spec that must have no error.
 *
 * @param spec YAML, or YAML with local files
 * @throws Error that shows the diagnostics, when there is an error among them
 */
export async function expectCompiles(spec: string | SpecUnderTest): Promise<CompiledPipeline> {
  const underTest = typeof spec === 'string' ? { yaml: spec } : spec;
  const { value, diagnostics } = await compileUnderTest(underTest);
  if (value !== undefined && !hasErrors(diagnostics)) return value;
  throw new Error(`the spec does not compile:\n${render(diagnostics, underTest.yaml)}`);
}
