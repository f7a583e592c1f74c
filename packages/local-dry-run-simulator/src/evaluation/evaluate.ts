import {
  asExpression,
  type Expression,
  isJsonObject,
  type Json,
  looksLikeExpression,
  parseReference,
  type Reference,
  toPlainJson,
} from '@millrace/schema';
import { type Evaluated, known, problem, unknown } from './evaluated.js';
import { resolveProperty } from './resolve-property.js';
import { floatText, scalarText } from './scalar-text.js';
import type { Scope } from './scope.js';

/** The value of an expression or of a literal (facts/sagemaker-pipelines, section 3). */
export function evaluate(value: Json, scope: Scope): Evaluated {
  const expression = asExpression(value);
  if (expression !== undefined) return evaluateExpression(expression, scope);
  if (looksLikeExpression(value)) return problem(`not an expression: ${JSON.stringify(value)}`);
  return known(toPlainJson(value));
}

function evaluateExpression(expression: Expression, scope: Scope): Evaluated {
  switch (expression.kind) {
    case 'get':
      return evaluateGet(expression.reference, scope);
    case 'join':
      return evaluateJoin(expression.on, expression.values, scope);
    case 'jsonGet':
      return evaluateJsonGet(expression.members, scope);
    case 'deployValue':
      return unknown(`the deploy value ${expression.name} is not bound`);
    case 'text':
      return joinTexts('', expression.parts, scope);
  }
}

function evaluateGet(text: Json, scope: Scope): Evaluated {
  const reference = typeof text === 'string' ? parseReference(text) : undefined;
  if (reference === undefined) return problem(`not a reference: ${JSON.stringify(text)}`);
  return lookUp(reference, scope);
}

function lookUp(reference: Reference, scope: Scope): Evaluated {
  switch (reference.kind) {
    case 'parameter': {
      const parameter = scope.parameters.get(reference.name);
      return parameter === undefined ? problem(`Parameters.${reference.name} is undefined`) : known(parameter.value);
    }
    case 'execution':
      return fromRecord(scope.execution, reference.variable, `Execution.${reference.variable}`);
    case 'experiment':
      return fromRecord(scope.experiment, reference.member, `PipelineExperimentConfig.${reference.member}`);
    case 'propertyFile':
      return problem(`the property file ${reference.file} of ${reference.step} is no value: read it with Std:JsonGet`);
    case 'property': {
      const readable = scope.describe(reference.step);
      if (readable === undefined) return problem(`step ${reference.step} has not run`);
      const resolved = resolveProperty(reference.step, readable.tree, reference.path);
      return resolved.kind === 'problem' && !readable.complete ? unknown(resolved.reason) : resolved;
    }
  }
}

function fromRecord(record: Readonly<Record<string, Json>>, key: string, name: string): Evaluated {
  const value = Object.hasOwn(record, key) ? record[key] : undefined;
  return value === undefined ? problem(`${name} has no value here`) : known(toPlainJson(value));
}

function evaluateJoin(on: Json, values: Json, scope: Scope): Evaluated {
  if (typeof on !== 'string') return problem('Std:Join: On must be text');
  if (!Array.isArray(values)) return problem('Std:Join: Values must be a list');
  return joinTexts(on, values, scope);
}

function joinTexts(on: string, values: readonly Json[], scope: Scope): Evaluated {
  const texts: string[] = [];
  let missing: Evaluated | undefined;
  for (const value of values) {
    const evaluated = evaluateText(value, scope);
    if (evaluated.kind === 'problem') return evaluated;
    if (evaluated.kind === 'unknown') missing ??= evaluated;
    else texts.push(String(evaluated.value));
  }
  return missing ?? known(texts.join(on));
}

function evaluateText(value: Json, scope: Scope): Evaluated {
  const evaluated = evaluate(value, scope);
  if (evaluated.kind !== 'known') return evaluated;
  const text = isFloatParameter(value, scope) ? floatText(Number(evaluated.value)) : scalarText(evaluated.value);
  return text === undefined ? problem(`Std:Join cannot hold ${JSON.stringify(evaluated.value)}`) : known(text);
}

function isFloatParameter(value: Json, scope: Scope): boolean {
  const expression = asExpression(value);
  if (expression?.kind !== 'get' || typeof expression.reference !== 'string') return false;
  const reference = parseReference(expression.reference);
  return reference?.kind === 'parameter' && scope.parameters.get(reference.name)?.type === 'Float';
}

function evaluateJsonGet(members: { readonly [key: string]: Json }, scope: Scope): Evaluated {
  const { Path: path, PropertyFile: file, S3Uri: uri } = members;
  if (typeof path !== 'string') return problem('Std:JsonGet: Path must be text');
  if (file !== undefined) return readPropertyFile(file, path, scope);
  if (uri === undefined) return problem('Std:JsonGet needs PropertyFile or S3Uri');
  const evaluated = evaluate(uri, scope);
  if (evaluated.kind !== 'known') return evaluated;
  return typeof evaluated.value === 'string'
    ? scope.readObject(evaluated.value, path)
    : problem('Std:JsonGet: S3Uri must be text');
}

function readPropertyFile(file: Json, path: string, scope: Scope): Evaluated {
  const text = isJsonObject(file) ? file['Get'] : undefined;
  const reference = typeof text === 'string' ? parseReference(text) : undefined;
  if (reference?.kind !== 'propertyFile') return problem(`Std:JsonGet: not a property file: ${JSON.stringify(file)}`);
  return scope.readPropertyFile({ step: reference.step, file: reference.file, path });
}
