import type { AnyDiagnosticFactories } from '@millrace/schema';
import { policyDiagnostics } from './engine/policy-diagnostics.js';
import { ledgerDiagnostics } from './ledger/ledger-diagnostics.js';
import { packDiagnostics } from './packs/pack-diagnostics.js';
import { templateDiagnostics } from './template/template-diagnostics.js';

/** The diagnostics of this package beside its findings, collected from where they are declared. */
export const governanceDiagnostics: readonly AnyDiagnosticFactories[] = [
  policyDiagnostics,
  templateDiagnostics,
  packDiagnostics,
  ledgerDiagnostics,
];
