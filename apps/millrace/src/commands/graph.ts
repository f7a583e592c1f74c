import { Option } from 'commander';
import type { CliCommand, Invocation } from '../command-line/cli-command.js';
import type { GraphOptions } from '../drawing/graph-options.js';
import { describeDiagnostics } from '../output/describe-diagnostics.js';
import { declareValueOptions, VALUES_NOTE } from '../settings/value-options.js';

// Also the names of the compiler's diagram formats; a test compares them. Importing those here would load the compiler at every start.
export const GRAPH_FORMATS = ['mermaid', 'json', 'svg', 'markdown'] as const;

const NOTE = `
A pipeline with errors is drawn as far as it can be read: a reference to a step that does
not exist leads to a node that says so. With --json the drawing is a member of the
document; its format is then json unless --format says otherwise.
${VALUES_NOTE} In a drawing they
only matter for the name of the pipeline.`;

/** `millrace graph FILE` */
export const graph: CliCommand<GraphOptions> = {
  name: 'graph',
  summary: 'draw the steps of a pipeline and what flows between them',
  declare: (command) =>
    declareValueOptions(
      command
        .argument('<FILE>', 'a spec (YAML) or a pipeline definition (JSON); - reads standard input')
        .addOption(new Option('--format <FORMAT>', 'mermaid unless said otherwise').choices(GRAPH_FORMATS))
        .option('-o, --output <OUT>', 'write to this file instead of standard output'),
    ).addHelpText('after', NOTE),
  failureDocument: (diagnostics) => ({
    ok: false,
    format: null,
    diagram: null,
    diagnostics: describeDiagnostics(diagnostics),
  }),
  run: async (invocation: Invocation<GraphOptions>) => (await import('../drawing/draw-graph.js')).drawGraph(invocation),
};
