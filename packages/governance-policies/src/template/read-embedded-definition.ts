import {
  andThen,
  checkStructure,
  deployValue,
  deployValueNameOf,
  fail,
  isJsonList,
  isJsonObject,
  type Json,
  type Outcome,
  objectFromEntries,
  succeed,
  textPartsOf,
  writeJson,
} from '@millrace/schema';
import { PolicyContext } from '../rule/policy-context.js';
import type { EmbeddedDefinition } from './embedded-definition.js';
import { asIntrinsic } from './intrinsic.js';
import type { PlacedValue } from './placed-values.js';
import { readSymbolicJson } from './read-symbolic-json.js';
import type { TemplateContext } from './template-context.js';
import { templateDiagnostics } from './template-diagnostics.js';
import type { TemplateResource } from './template-resource.js';

/**
 * Reads the body of a definition: text, a text that CloudFormation puts together, or what `Fn::ToJsonString` is given. What is
 * no definition is a diagnostic.
 */
export function readEmbeddedDefinition(
  { value: body, path }: PlacedValue,
  resource: TemplateResource,
  context: TemplateContext,
): Outcome<EmbeddedDefinition> {
  const pipeline = resource.logicalId;
  const symbolic = withPipelineRole(context.symbols.symbolic(contentOf(body)), resource, context);
  if (deployValueNameOf(symbolic) !== undefined) {
    const where = 'is made when the stack is deployed';
    return fail([templateDiagnostics['unseen-definition']({ pipeline, where }, { path })]);
  }
  const { value, diagnostics } = andThen(readSymbolicJson(textOf(symbolic), pipeline), checkStructure);
  if (value === undefined) {
    const problem = diagnostics.find(({ blocking }) => blocking)?.message ?? 'it cannot be read';
    return fail([templateDiagnostics['no-definition']({ pipeline, problem }, { path })]);
  }
  const { standIns } = context.symbols;
  const known = { ...context.options, standIns, pipelineName: nameOf(resource, context) };
  const { definition } = value;
  return succeed({ resource, path, definition, context: new PolicyContext(definition, known) });
}

function nameOf({ properties }: TemplateResource, context: TemplateContext): string | undefined {
  const name = context.read(properties['PipelineName']);
  return name.kind === 'literal' ? String(name.value) : undefined;
}

/** `Fn::ToJsonString` makes a text of what it is given. */
function contentOf(body: Json): Json {
  const intrinsic = asIntrinsic(body);
  return intrinsic?.name === 'Fn::ToJsonString' ? intrinsic.given : body;
}

/** A definition that is no text is written as one: deploy values are JSON. */
function textOf(symbolic: Json): Json {
  return isJsonObject(symbolic) && textPartsOf(symbolic) === undefined
    ? writeJson(symbolic, { compact: true })
    : symbolic;
}

/** Rules know the role of the pipeline by a name of its own. */
function withPipelineRole(symbolic: Json, { properties }: TemplateResource, { symbols }: TemplateContext): Json {
  const role = deployValueNameOf(symbols.symbolic(properties['RoleArn'] ?? null));
  return role === undefined ? symbolic : renamed(symbolic, role);
}

function renamed(symbolic: Json, role: string): Json {
  if (isJsonList(symbolic)) return symbolic.map((each) => renamed(each, role));
  if (!isJsonObject(symbolic)) return symbolic;
  if (deployValueNameOf(symbolic) === role) return deployValue('pipelineRoleArn');
  return objectFromEntries(Object.entries(symbolic).map(([key, value]) => [key, renamed(value, role)]));
}
