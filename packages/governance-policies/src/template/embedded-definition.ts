import type { Path, PipelineDefinition } from '@millrace/schema';
import type { PolicyContext } from '../rule/policy-context.js';
import type { TemplateResource } from './template-resource.js';

/** The definition of a pipeline that stands in a template. */
export interface EmbeddedDefinition {
  /** The `AWS::SageMaker::Pipeline`. */
  readonly resource: TemplateResource;
  /** The place of the body in the template; the path of a finding in the definition goes on from here. */
  readonly path: Path;
  /** Symbolic: what only a deployment knows are deploy values. */
  readonly definition: PipelineDefinition;
  readonly context: PolicyContext;
}
