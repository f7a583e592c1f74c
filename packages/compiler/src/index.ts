export { type CheckedDefinition, checkDefinitionText } from './check-definition-text.js';
export { buildDiagram } from './diagram/build-diagram.js';
export type * from './diagram/diagram.js';
export { type DiagramFormat, type DiagramFormatName, diagramFormats } from './diagram/diagram-formats.js';
