import { defineDiagnostics, formatPath, type Path } from '@millrace/schema';

/** Messages about `governance/exceptions.yaml`. */
export const ledgerDiagnostics = defineDiagnostics('policy', {
  'bad-exception': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { path: Path; problem: string }) =>
      p.path.length === 0 ? `ledger of exceptions: ${p.problem}` : `${formatPath(p.path)}: ${p.problem}`,
    help: () =>
      'write entries as: { rule: MR-NET-003, path: models/churn/pipeline.yaml#TrainModel, reason: …, owner: …, expires: YYYY-MM-DD }',
    explanation:
      'governance/exceptions.yaml, in the folder of the project config, lists the findings that a project lives with: below "exceptions:" the rule, the path, the reason, the owner, who answers for it, and the day on which it expires. None of them can be left out, and unknown keys are errors: an exception that nobody can account for is none.\n\nA path is a file relative to the project folder, if need be with patterns (models/*/pipeline.yaml), and after "#" a step and a place in it (#TrainModel/Arguments/OutputDataConfig). For templates it is the path of a construct (ChurnStack/Churn/JobRole/Resource). With "environments: [dev]" an exception holds only there.',
  },
  'exception-of-unknown-rule': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { rule: string; problem: string; advice: string | undefined }) => `"${p.rule}" ${p.problem}`,
    help: (p) => p.advice,
    explanation:
      'An exception names one rule: of Millrace (MR-NET-003), of a pack of the project, or of a pack of cdk-nag, there with the finding in brackets where the rule has several (AwsSolutions-IAM5[Resource::*]). An exception of a rule that does not exist would never excuse anything, so it is an error.\n\nExceptions of cdk-nag packs are acknowledged at the constructs when the CDK synthesizes; "millrace check" does not run these packs.',
  },
  'duplicate-exception': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { rule: string; path: string }) => `there is a second exception of ${p.rule} at ${p.path}`,
    help: () => 'keep one of them, with one reason, one owner and one day',
    explanation:
      'Two exceptions of one rule at one path contradict each other: who answers for the finding, and until when? Entries for different environments are no duplicates.',
  },
  'expired-exception': {
    severity: 'error',
    kind: 'remark',
    message: (p: { rule: string; path: string; expires: string; days: number; owner: string }) =>
      `the exception of ${p.rule} at ${p.path} expired on ${p.expires}, ${daysAgo(p.days)}`,
    help: (p) =>
      `mend the finding and delete the entry, or let ${p.owner} decide anew: with a new day, and the reason that holds now`,
    explanation:
      'An exception holds up to and including the day in "expires". After it the finding counts again, and the entry itself is an error, so that nobody forgets it. The day of today is that of the clock, or of --today YYYY-MM-DD.',
  },
  'unused-exception': {
    severity: 'error',
    kind: 'remark',
    message: (p: { rule: string; path: string }) => `the exception of ${p.rule} at ${p.path} excuses nothing`,
    help: () => 'delete the entry; where it is needed in some environments only, name them: environments: [dev]',
    explanation:
      'What an exception is about was checked, and there is no such finding: it was mended, or the step has another name now. An entry that stays would excuse the next finding of that kind without anybody having looked at it. Entries about files and constructs that were not checked, and about rules that did not run, are not judged.',
  },
});

function daysAgo(days: number): string {
  return days === 1 ? 'yesterday' : `${days} days ago`;
}
