import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { Path } from '../../diagnostics/diagnostic.js';
import type { OwnedExpression } from '../definition-expressions.js';
import type { DefinitionRule } from '../definition-rule.js';

const LITERAL_MEMBERS: ReadonlySet<string> = new Set([
  'Parameters',
  'CacheConfig',
  'RetryPolicies',
  'PropertyFiles',
  'OutputParameters',
]);

const diagnostics = defineDiagnostics('definition', {
  'expression-not-resolved': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R41'],
    message: (p: { where: string }) => `SageMaker does not resolve expressions in ${p.where}`,
    help: () => 'write the value itself',
    explanation:
      'Expressions are resolved in the arguments of steps, in the operands of conditions and in the names of experiment and trial. They are not resolved in CacheConfig, RetryPolicies, PropertyFiles, OutputParameters, the defaults of parameters, the On of a Std:Join or the Path of a Std:JsonGet (issues 3463 and 4418 of the SageMaker Python SDK).',
  },
});

/** Expressions stand where SageMaker resolves them. Deploy values are replaced before SageMaker reads the definition. */
export const expressionsStandWhereResolved: DefinitionRule = {
  rules: ['R41'],
  diagnostics,
  check: function* ({ expressions }) {
    for (const placed of expressions) {
      const where = literalPlace(placed);
      if (where !== undefined) yield diagnostics['expression-not-resolved']({ where }, { path: placed.path });
    }
  },
};

function literalPlace({ expression, path, member, inside }: OwnedExpression): string | undefined {
  if (expression.kind === 'deployValue' || expression.kind === 'text') return undefined;
  if (LITERAL_MEMBERS.has(member)) return inside === undefined ? describeMember(member) : undefined;
  if (endsWith(path, 'Std:Join', 'On')) return 'the On of a Std:Join';
  return endsWith(path, 'Std:JsonGet', 'Path') ? 'the Path of a Std:JsonGet' : undefined;
}

function describeMember(member: string): string {
  return member === 'Parameters' ? 'the declaration of a parameter' : member;
}

function endsWith(path: Path, parent: string, member: string): boolean {
  return path.at(-1) === member && path.at(-2) === parent;
}
