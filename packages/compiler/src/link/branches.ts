import type { BranchSide, Path, SpecStep } from '@millrace/schema';

/** A step that a condition names in one of its branches. */
export interface BranchStep {
  readonly name: string;
  readonly side: BranchSide;
  /** The place of the name. */
  readonly path: Path;
}

/** The steps that a step names as its branches; none for steps that choose nothing. */
export function branchesOf({ body, bodyKey }: SpecStep, path: Path): readonly BranchStep[] {
  if (!('ifSteps' in body)) return [];
  const place = (names: readonly string[], key: string, side: BranchSide) =>
    names.map((name, index) => ({ name, side, path: [...path, bodyKey, key, index] }));
  return [...place(body.ifSteps, 'ifSteps', 'if'), ...place(body.elseSteps ?? [], 'elseSteps', 'else')];
}
