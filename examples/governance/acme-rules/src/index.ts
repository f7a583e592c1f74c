import type { GovernanceRule } from '@millrace/governance-policies';
import { jobsTakeFewMachines } from './jobs-take-few-machines.js';

/** What `packs:` of a project config takes. */
export const rules: readonly GovernanceRule[] = [jobsTakeFewMachines];
