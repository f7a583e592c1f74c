import { relative, resolve, sep } from 'node:path';
import { type AppliedLedger, applyLedger, type CheckedTarget as LedgerTarget } from '@millrace/governance-policies';
import type { CheckedTarget } from './checked-target.js';
import type { ProjectGovernance } from './project-governance.js';

/** What is left when the exceptions of all projects are taken into account. */
export interface WithLedgers extends Omit<AppliedLedger, 'findings'> {
  /** With the findings that count. */
  readonly targets: readonly CheckedTarget[];
}

/** When and where a check is made. */
export interface CheckPlace {
  /** YYYY-MM-DD */
  readonly today: string;
  readonly workingDirectory: string;
}

/** Applies the ledger of each project to the documents that belong to it. */
export function applyLedgers(targets: readonly CheckedTarget[], place: CheckPlace): WithLedgers {
  const projects = [...new Set(targets.map(({ governance }) => governance))];
  const applied = projects.map((project) => applyOne(project, targets, place));
  const left = applied.flatMap(({ findings }) => findings);
  return {
    // Every document names itself in the places of its findings.
    targets: targets.map((target) => ({
      ...target,
      findings: left.filter(({ range }) => range?.file === target.file),
    })),
    excepted: applied.flatMap(({ excepted }) => excepted),
    exceptions: applied.flatMap(({ exceptions }) => exceptions),
    diagnostics: applied.flatMap(({ diagnostics }) => diagnostics),
  };
}

function applyOne(
  project: ProjectGovernance,
  targets: readonly CheckedTarget[],
  { today, workingDirectory }: CheckPlace,
): AppliedLedger {
  const own = targets.filter(({ governance }) => governance === project);
  return applyLedger(
    own.map((target) => ledgerTarget(target, workingDirectory)),
    project.ledger,
    { today },
  );
}

function ledgerTarget(
  { file, governance, policy, constructs, findings }: CheckedTarget,
  workingDirectory: string,
): LedgerTarget {
  const { folder, environment } = governance;
  const path = folder === undefined ? file : relative(resolve(folder), resolve(workingDirectory, file));
  return {
    file: path.split(sep).join('/'),
    ...(constructs !== undefined && { constructs }),
    environment: environment?.name,
    rules: policy.map(({ rule }) => rule.id),
    findings,
  };
}
