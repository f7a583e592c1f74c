// The public surface of @millrace/schema, by phase. Everything else is internal.

export * from './definition/expression.js';
export * from './definition/pipeline-definition.js';
export * from './definition/reference.js';
export * from './deploy-value.js';
export * from './diagnostics/define-diagnostics.js';
export * from './diagnostics/diagnostic.js';
export * from './diagnostics/did-you-mean.js';
export * from './diagnostics/format-path.js';
export * from './diagnostics/internal-error.js';
export * from './diagnostics/locate-diagnostics.js';
export * from './diagnostics/outcome.js';
export * from './graph/pipeline-graph.js';
export * from './source/json.js';
export * from './source/source-document.js';
export * from './source/source-node.js';
export * from './source/source-number.js';
export * from './source/write-json.js';
export * from './step-types/step-type-facts.js';
export * from './step-types/step-type-names.js';
