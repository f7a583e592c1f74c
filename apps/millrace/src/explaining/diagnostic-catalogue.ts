import { compilerDiagnostics } from '@millrace/compiler';
import { governanceDiagnostics } from '@millrace/governance-policies';
import { simulatorDiagnostics } from '@millrace/local-dry-run-simulator';
import { DiagnosticCatalogue, schemaDiagnostics } from '@millrace/schema';
import { commandDiagnostics } from '../command-line/command-diagnostics.js';
import { compileDiagnostics } from '../compiling/compile-diagnostics.js';
import { runDiagnostics } from '../running/run-diagnostics.js';

/** Every code that the command line can show. */
export const diagnosticCatalogue = new DiagnosticCatalogue([
  ...schemaDiagnostics,
  ...compilerDiagnostics,
  ...simulatorDiagnostics,
  ...governanceDiagnostics,
  commandDiagnostics,
  compileDiagnostics,
  runDiagnostics,
]);
