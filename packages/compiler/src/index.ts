export { type CheckedDefinition, checkDefinitionText } from './check-definition-text.js';
export { buildDiagram } from './diagram/build-diagram.js';
export type * from './diagram/diagram.js';
export { type DiagramFormat, type DiagramFormatName, diagramFormats } from './diagram/diagram-formats.js';
export { detectLanguage, type Language } from './read/detect-language.js';
export { readSpec, type SourceText } from './read/read-spec.js';
export { yamlDiagnostics } from './read/yaml-diagnostics.js';
export { YAML_LIMITS } from './read/yaml-limits.js';
