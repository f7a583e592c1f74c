import { type ConditionReport, evaluateConditions } from '../../conditions/evaluate-conditions.js';
import { evaluate } from '../../evaluation/evaluate.js';
import { branchSteps } from '../plan-steps.js';
import type { RunningStep } from '../running-step.js';

/** Chooses the side of a condition; what nothing decides is never guessed. */
export function runBranch(step: RunningStep): void {
  const { node, settings } = step;
  step.announce({});
  step.after({ seconds: settings.durations.branch, because: 'scripted-work' }, () => {
    const scope = step.scope();
    const report = evaluateConditions(node.step.Arguments['Conditions'], (operand) => evaluate(operand, scope));
    decide(step, report);
  });
}

function decide(step: RunningStep, report: ConditionReport): void {
  const { byCondition, undecided } = step.settings.assumptions;
  const named = byCondition.get(step.node.name);
  if (named !== undefined) {
    end(step, report, { outcome: named, assumed: true });
    return;
  }
  const { verdict } = report;
  if (verdict.kind === 'problem') {
    step.end({ status: 'Failed', failureReason: verdict.reason });
    return;
  }
  if (verdict.kind === 'outcome') {
    end(step, report, { outcome: verdict.outcome });
    return;
  }
  end(step, report, undecided === undefined ? { outcome: 'undecided' } : { outcome: undecided, assumed: true });
}

interface Decision {
  readonly outcome: boolean | 'undecided';
  readonly assumed?: true;
}

function end(step: RunningStep, { operands }: ConditionReport, decision: Decision): void {
  const [ifSteps, elseSteps] = (['IfSteps', 'ElseSteps'] as const).map((side) =>
    branchSteps(step.node.step, side).map((each) => each.Name),
  );
  const sides = { if: ifSteps ?? [], else: elseSteps ?? [] };
  const takes =
    decision.outcome === 'undecided' ? [...sides.if, ...sides.else] : decision.outcome ? sides.if : sides.else;
  const leaves = decision.outcome === 'undecided' ? [] : decision.outcome ? sides.else : sides.if;
  step.append({ type: 'condition-decided', step: step.node.name, ...decision, operands, takes, leaves });
  step.endBranch(decision.outcome);
}
