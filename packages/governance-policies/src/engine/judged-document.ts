import type { Json, Path, PipelineDefinition, PlacedStep, SourceDocument } from '@millrace/schema';
import type { TemplateResource } from '../template/template-resource.js';

/** What rules judged, and where what they say of it is told. */
export interface JudgedDocument {
  /** The definition or the template; paths of judgements are places in it. */
  readonly json: Json;
  /** Absent for templates: edits are made in definitions. */
  readonly definition?: PipelineDefinition | undefined;
  /** The step in which a path lies. */
  readonly stepOf?: (path: Path) => PlacedStep | undefined;
  /** The resource of a template in which a path lies; of a definition the pipeline around it. */
  readonly resourceOf?: ((path: Path) => TemplateResource | undefined) | undefined;
  /** The place in the text that a path came from. */
  readonly originOf?: ((path: Path) => Path) | undefined;
  /** The text, for file, line and column. */
  readonly document?: SourceDocument | undefined;
}
