import type { AnyDiagnosticFactories } from '@millrace/schema';
import { processDiagnostics } from './launchers/process/process-diagnostics.js';
import { scriptedDiagnostics } from './launchers/scripted/scripted-diagnostics.js';
import { requestDiagnostics } from './request-diagnostics.js';

/** The diagnostics of this package, collected from where they are declared. */
export const simulatorDiagnostics: readonly AnyDiagnosticFactories[] = [
  requestDiagnostics,
  processDiagnostics,
  scriptedDiagnostics,
];
