import * as schema from '@millrace/schema';
import { DiagnosticCatalogue } from '@millrace/schema';
import { commandDiagnostics } from '../command-line/command-diagnostics.js';

/** Every code that the command line can show. */
export const diagnosticCatalogue = new DiagnosticCatalogue([
  schema.syntaxDiagnostics,
  schema.parameterDiagnostics,
  schema.scenarioDiagnostics,
  commandDiagnostics,
]);
