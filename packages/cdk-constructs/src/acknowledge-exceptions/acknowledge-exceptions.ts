import { covers, type Exception, isCalendarDay, type Ledger, SPEC_METADATA } from '@millrace/governance-policies';
import { Annotations, Stack } from 'aws-cdk-lib';
import { CfnPipeline } from 'aws-cdk-lib/aws-sagemaker';
import type { IConstruct } from 'constructs';
import { acknowledge } from '../acknowledge/acknowledge.js';
import { acknowledgeRule } from '../acknowledge/acknowledge-rule.js';
import { MlPipeline } from '../ml-pipeline/ml-pipeline.js';
import { refuse, type WrongProp } from '../refuse/refuse.js';

/** When and where exceptions hold. */
export interface ExceptionOptions {
  /** The day of the deployment, YYYY-MM-DD: what expired before it is not acknowledged. */
  readonly today: string;
  /**
   * The environment of the project that a stack is for.
   * @default - exceptions that name environments are acknowledged nowhere
   */
  readonly environment?: (stack: Stack) => string | undefined;
}

/**
 * Acknowledges what the ledger of a project excepts, so that rule packs of cdk-nag do not report it: rules of their own at the
 * constructs that entries name, and those of Millrace for steps of an {@link MlPipeline}, as `MR-NET-003[TrainModel]`. Call it
 * when everything is made:
 *
 * ```ts
 * acknowledgeExceptions(app, project.exceptions, { today: new Date().toISOString().slice(0, 10) });
 * ```
 * An entry about a place inside a step, or about what lies in no step, excuses less than an acknowledgement can:
 * `SageMakerPipelineChecks` takes the ledger itself. Expired entries acknowledge nothing, and are warnings.
 *
 * @throws Error where `today` is no day
 */
export function acknowledgeExceptions(scope: IConstruct, { exceptions }: Ledger, options: ExceptionOptions): void {
  const { today } = options;
  refuse(scope, wrongDay(today));
  const constructs = scope.node.findAll();
  for (const exception of exceptions) {
    if (exception.expires < today)
      warn(scope, 'expired-exception', `${named(exception)} expired on ${exception.expires}`);
    else
      acknowledgeException(
        scope,
        exception,
        constructs.filter((each) => holdsAt(each, exception, options)),
      );
  }
}

function wrongDay(today: string): readonly WrongProp[] {
  if (isCalendarDay(today)) return [];
  const help = 'Write new Date().toISOString().slice(0, 10).';
  return [{ prop: 'today', given: today, allowed: 'a day, YYYY-MM-DD', help }];
}

function acknowledgeException(scope: IConstruct, exception: Exception, constructs: readonly IConstruct[]): void {
  if (!exception.ofCdkNag) {
    for (const construct of constructs) if (construct instanceof MlPipeline) acknowledgeSteps(construct, exception);
    return;
  }
  const found = constructs.filter(({ node }) => exception.target.names(node.path));
  for (const construct of found) acknowledgeRule(construct, { id: exception.rule, reason: reasonOf(exception) });
  if (found.length > 0 || exception.environments !== undefined) return;
  warn(scope, 'exception-without-construct', `${named(exception)} names no construct, and acknowledges nothing`);
}

function acknowledgeSteps(pipeline: MlPipeline, exception: Exception): void {
  const resources = pipeline.node.children.filter(CfnPipeline.isCfnPipeline);
  for (const resource of resources) {
    const names = [resource.node.path, resource.getMetadata(SPEC_METADATA)].filter((name) => typeof name === 'string');
    const steps = pipeline.stepNames.filter((step) => covers(exception.target, { names, step, way: '' }));
    for (const step of steps) acknowledge(resource, { id: `${exception.rule}[${step}]`, reason: reasonOf(exception) });
  }
}

function holdsAt(construct: IConstruct, { environments }: Exception, { environment }: ExceptionOptions): boolean {
  if (environments === undefined) return true;
  // An app and its stages belong to no stack.
  const stack = construct.node.scopes.findLast(Stack.isStack);
  const name = stack && environment?.(stack);
  return name !== undefined && environments.includes(name);
}

function reasonOf({ reason, owner, expires }: Exception): string {
  return `${reason} (${owner}, until ${expires})`;
}

function named({ rule, path, range }: Exception): string {
  return `The exception of ${rule} at ${path} (${range.file}:${range.start.line})`;
}

/** The CDK shows the warnings of stacks only. */
function warn(scope: IConstruct, id: string, text: string): void {
  const place = scope.node.findAll().find(Stack.isStack) ?? scope;
  Annotations.of(place).addWarningV2(`millrace:${id}`, `${text}.`);
}
