import type { Diagnostic, Path } from '../diagnostics/diagnostic.js';
import { DEFAULT_PIPELINE_LIMITS, type PipelineLimits } from '../graph/pipeline-limits.js';
import { DefinitionContext } from './definition-context.js';
import { DEFINITION_RULES } from './definition-rules.js';
import { moveDiagnostic } from './move-diagnostic.js';
import type { PipelineDefinition } from './pipeline-definition.js';

/** What a check of a definition may be told. */
export interface DefinitionCheckOptions {
  /** Quotas of the account; without it AWS's defaults. */
  readonly limits?: Partial<PipelineLimits>;
  /** Members of steps that are no mistakes although this version does not know them: `Training.NewMember`. */
  readonly allowUnknownMembers?: readonly string[];
  /** The definition as text, for the limits on its size. */
  readonly text?: string;
  /** For a definition lowered from a spec: the place in the spec that a place in the definition came from. */
  readonly originOf?: (path: Path) => Path;
  /** For a spec: whether a place in it went into the definition as somebody wrote it, slips of hands included. */
  readonly isVerbatim?: (path: Path) => boolean;
}

/**
 * Everything that SageMaker would refuse in the form of a definition, and what looks like a slip:
 * names, parameters, expressions, conditions. Needs no graph and no service model.
 */
export function checkDefinition(
  definition: PipelineDefinition,
  options: DefinitionCheckOptions = {},
): readonly Diagnostic[] {
  const { text, originOf, isVerbatim, allowUnknownMembers } = options;
  const context = new DefinitionContext(definition, {
    text,
    allowUnknownMembers,
    limits: { ...DEFAULT_PIPELINE_LIMITS, ...options.limits },
  });
  return DEFINITION_RULES.flatMap(({ check, foreignOnly }) => {
    if (originOf === undefined) return [...check(context)];
    if (foreignOnly === true && isVerbatim === undefined) return [];
    const moved = [...check(context)].map((each) => moveDiagnostic(each, originOf));
    return foreignOnly === true ? moved.filter(({ path }) => isVerbatim?.(path) === true) : moved;
  });
}
