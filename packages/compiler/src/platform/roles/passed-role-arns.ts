import { type DefinitionStep, type PassedRole, stepTypeFacts } from '@millrace/schema';
import type { PlatformText } from '../platform-model.js';
import { platformArn, platformText } from '../platform-text.js';
import { ANYTHING, type DefinitionTexts } from './definition-texts.js';
import { valuesOf } from './step-values.js';
import { literalStart, partsOf } from './text-parts.js';

/** Roles that a step hands on to a service. */
export interface HandedRoles {
  readonly role: PassedRole;
  /** Known ones; roles that are given by name have become ARNs. */
  readonly arns: readonly PlatformText[];
  /** Members that name roles which only an execution knows. */
  readonly unknown: readonly string[];
}

/** The roles that a step hands on, by what its type says. */
export function handedRoles(step: DefinitionStep, texts: DefinitionTexts): readonly HandedRoles[] {
  return (stepTypeFacts(step.Type)?.passedRoles ?? []).map((role) => {
    const found = role.members.flatMap((member) =>
      valuesOf(step, member).flatMap((value) => texts.of(value).map((text) => ({ member, text }))),
    );
    return {
      role,
      arns: found.filter(({ text }) => text !== ANYTHING).map(({ text }) => roleArn(text)),
      unknown: found.filter(({ text }) => text === ANYTHING).map(({ member }) => member),
    };
  });
}

/** EMR also takes the names of roles. */
function roleArn(role: PlatformText): PlatformText {
  const start = literalStart(role);
  const isArn = start.startsWith('arn:') || (start === '' && partsOf(role).length === 1);
  return isArn ? role : platformArn('iam', platformText('role/', role), { region: '' });
}
