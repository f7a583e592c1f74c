import { compileSpec } from '@millrace/compiler';
import type { PipelineDefinition, PipelineLimits } from '@millrace/schema';
import { grownSpec } from './grown-spec.js';

/** Quotas that no grown pipeline reaches. */
export const NO_QUOTAS: PipelineLimits = {
  steps: 1e6,
  parameters: 1e6,
  conditions: 1e6,
  branchSteps: 1e6,
  propertyFiles: 1e6,
  jsonGets: 1e6,
};

/** The definition of a grown pipeline. */
export function grownDefinition(steps: number): Promise<PipelineDefinition> {
  return compileGrown(grownSpec(steps));
}

/** Compiles the spec of a grown pipeline. */
export async function compileGrown(text: string): Promise<PipelineDefinition> {
  const files = { read: () => undefined, list: () => undefined };
  const { value, diagnostics } = await compileSpec({ file: 'grown.yaml', text }, { files, limits: NO_QUOTAS });
  const [first] = diagnostics;
  if (value === undefined) throw new Error(`the grown spec is refused: ${first?.code} ${first?.message}`);
  return value.definition;
}
