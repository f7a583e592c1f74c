import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type Outcome, settle } from '../diagnostics/outcome.js';
import { GraphContext } from './graph-context.js';
import { GRAPH_RULES } from './graph-rules.js';
import type { PipelineGraph } from './pipeline-graph.js';
import { DEFAULT_PIPELINE_LIMITS, type PipelineLimits } from './pipeline-limits.js';

const CHECKED = Symbol('checked');

/** A graph without blocking errors: every name resolves, nothing waits for itself. Only {@link checkGraph} makes it. */
export interface CheckedGraph extends PipelineGraph {
  readonly [CHECKED]: true;
}

/** What a check of a graph may be told. */
export interface GraphCheckOptions {
  /** Quotas of the account; without it AWS's defaults. */
  readonly limits?: Partial<PipelineLimits>;
  /**
   * Codes of refusals to report as warnings, for what AWS is said to refuse but may accept meanwhile
   * (`graph/depends-on-condition`). Blocking codes stay errors.
   */
  readonly warnOnly?: readonly string[];
}

/**
 * Runs all graph rules in their order and tells everything they find; a consequence of an already
 * reported error is not told again.
 */
export function checkGraph(graph: PipelineGraph, options: GraphCheckOptions = {}): Outcome<CheckedGraph> {
  const context = new GraphContext(graph, { ...DEFAULT_PIPELINE_LIMITS, ...options.limits });
  const diagnostics = GRAPH_RULES.flatMap((rule) => [...rule.check(context)]);
  return settle({ ...graph, [CHECKED]: true as const }, soften(diagnostics, options.warnOnly ?? []));
}

function soften(diagnostics: readonly Diagnostic[], warnOnly: readonly string[]): readonly Diagnostic[] {
  return diagnostics.map((each) => {
    const soft = each.severity === 'error' && !each.blocking && warnOnly.includes(each.code);
    return soft ? { ...each, severity: 'warning' } : each;
  });
}
