import type { DeployValueName, FixedDeployValueName } from '../deploy-value.js';
import { didYouMean } from '../diagnostics/did-you-mean.js';
import { literal, SpecValue } from './spec-value.js';

/** What is wrong with the references inside a text. */
export interface TextProblem {
  readonly kind: 'interpolation' | 'reference' | 'env-var' | 'secret';
  /** The text between and with the braces. */
  readonly given: string;
  readonly help: string;
}

/** The value of a text with its references resolved to deploy values and expressions. */
export type ParsedText = { readonly value: SpecValue } | { readonly problem: TextProblem };

type ParsedPart = SpecValue | TextProblem;

/** MDAA's `{{…}}` words and the deploy values that they name. */
const MUSTACHES: Readonly<Record<string, FixedDeployValueName>> = {
  partition: 'partition',
  region: 'region',
  account: 'account',
  env: 'environment',
  org: 'org',
  domain: 'domain',
  module_name: 'module_name',
};

/**
 * Prefixes that shorten SSM paths, as MDAA expands them (its `ssmOrgPath`, `ssmDomainPath`, `ssmEnvPath`).
 * The parts stay symbolic inside the deploy value's name.
 */
const SSM_SHORTHANDS: Readonly<Record<string, string>> = {
  'ssm-org:': 'ssm:/{{org}}/',
  'ssm-domain:': 'ssm:/{{org}}/{{domain}}/',
  'ssm-env:': 'ssm:/{{org}}/{{domain}}/{{env}}/',
};

// `$${` is a literal `${`; then `${…}` (bounded, so that a text of many `${` stays cheap), `{{…}}` and the placeholder of MDAA for the pipeline's bucket.
const TOKEN = /\$\$\{|\$\{([^{}]{0,256})(\}?)|\{\{((?:[^{}]|\{\{[^{}]*\}\})*)\}\}|<default_bucket>/g;

/**
 * Resolves `${parameters.X}`, `${steps.S.outputs.O}`, `${execution.V}`, MDAA's `{{…}}`, `ssm:/PATH`
 * and `<default_bucket>` in a text. Text without any of these is a literal.
 */
export function parseText(text: string): ParsedText {
  const whole = wholeSsmValue(text);
  if (whole !== undefined) return whole;
  const parts: SpecValue[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    pushLiteral(parts, text.slice(end, match.index));
    const part = parseToken(match);
    if (!(part instanceof SpecValue)) return { problem: part };
    parts.push(part);
    end = match.index + match[0].length;
  }
  pushLiteral(parts, text.slice(end));
  return { value: combine(parts) };
}

function pushLiteral(parts: SpecValue[], text: string): void {
  if (text !== '') parts.push(literal(text));
}

function combine(parts: readonly SpecValue[]): SpecValue {
  const [first, ...rest] = mergeLiterals(parts);
  if (first === undefined) return literal('');
  return rest.length === 0 ? first : new SpecValue({ kind: 'text', parts: [first, ...rest] });
}

function mergeLiterals(parts: readonly SpecValue[]): readonly SpecValue[] {
  return parts.reduce<SpecValue[]>((merged, part) => {
    const last = merged.at(-1);
    if (last?.form.kind === 'literal' && part.form.kind === 'literal') {
      merged[merged.length - 1] = literal(`${String(last.form.value)}${String(part.form.value)}`);
    } else {
      merged.push(part);
    }
    return merged;
  }, []);
}

function wholeSsmValue(text: string): ParsedText | undefined {
  const expanded = expandShorthand(text);
  if (!expanded.startsWith('ssm:/') || /\s/.test(expanded)) return undefined;
  const problem = problemInPath(expanded);
  return problem === undefined ? { value: ssmValue(expanded.slice('ssm:'.length)) } : { problem };
}

/** The parts of a path that are references must be known ones; they stay in the name until it is bound. */
function problemInPath(path: string): TextProblem | undefined {
  const references = [...path.matchAll(/\{\{([^{}]*)\}\}/g)].map(([given, name = '']) =>
    parseMustache(name.trim(), given),
  );
  return references.find((part): part is TextProblem => !(part instanceof SpecValue));
}

function expandShorthand(text: string): string {
  const prefix = Object.keys(SSM_SHORTHANDS).find((each) => text.startsWith(each));
  if (prefix === undefined) return text;
  return `${SSM_SHORTHANDS[prefix]}${text.slice(prefix.length).trim().replace(/^\//, '')}`;
}

function ssmValue(path: string): SpecValue {
  return deploy(`ssm:${path}`);
}

function deploy(name: DeployValueName): SpecValue {
  return new SpecValue({ kind: 'deployValue', name });
}

function parseToken(match: RegExpMatchArray): ParsedPart {
  const [whole, interpolation, closing, mustache] = match;
  if (interpolation !== undefined) return parseInterpolation(closing === '' ? '' : interpolation.trim(), whole);
  if (mustache !== undefined) return parseMustache(mustache.trim(), whole);
  return whole === '<default_bucket>' ? deploy('bucket') : literal('${');
}

function parseInterpolation(name: string, given: string): ParsedPart {
  const parameter = /^parameters\.([A-Za-z0-9\-_]+)$/.exec(name)?.[1];
  if (parameter !== undefined) return new SpecValue({ kind: 'parameter', name: parameter });
  const variable = /^execution\.(\w+)$/.exec(name)?.[1];
  if (variable !== undefined) return new SpecValue({ kind: 'execution', variable });
  const [, step, output] = /^steps\.([A-Za-z0-9\-_]+)\.outputs\.([A-Za-z0-9\-_]+)$/.exec(name) ?? [];
  if (step !== undefined && output !== undefined) return new SpecValue({ kind: 'output', step, output });
  return { kind: 'interpolation', given, help: interpolationHelp(name, given) };
}

/** What may stand in `${…}`, by its first word. */
const INTERPOLATIONS: Readonly<Record<string, string>> = {
  parameters: 'parameters.NAME',
  steps: 'steps.STEP.outputs.OUTPUT',
  execution: 'execution.VARIABLE',
};

function interpolationHelp(name: string, given: string): string {
  const [first = '', ...rest] = name.split('.');
  if (!given.endsWith('}')) return `add the closing "}"; for the literal text write "$${given}"`;
  if (first === 'each')
    return `"each" stands for something only in a step with "forEach"; for the literal text write "$${given}"`;
  const head = didYouMean(first, Object.keys(INTERPOLATIONS));
  const [step, , output, ...more] = rest;
  const known = head === 'steps' && step !== undefined && output !== undefined && more.length === 0;
  const meant = known
    ? `steps.${step}.outputs.${output}`
    : head === first
      ? INTERPOLATIONS[head]
      : [head, ...rest].join('.');
  const near = head === undefined ? '' : `did you mean "\${${meant}}"? `;
  return `${near}for the literal text write "$${given}"`;
}

function parseMustache(name: string, given: string): ParsedPart {
  const simple = Object.hasOwn(MUSTACHES, name) ? MUSTACHES[name] : undefined;
  if (simple !== undefined) return deploy(simple);
  if (/^context:./.test(name)) return deploy(`context:${name.slice('context:'.length)}`);
  const ssm = /^resolve:ssm:(\/\S+)$/.exec(name)?.[1] ?? ssmShorthandPath(name);
  if (ssm !== undefined) return problemInPath(ssm) ?? ssmValue(ssm);
  return mustacheProblem(name, given);
}

function ssmShorthandPath(name: string): string | undefined {
  const expanded = expandShorthand(name);
  return expanded === name ? undefined : expanded.slice('ssm:'.length);
}

function mustacheProblem(name: string, given: string): TextProblem {
  if (name.startsWith('env_var:')) {
    return { kind: 'env-var', given, help: 'use "{{context:KEY}}" and give its value with --set context:KEY=VALUE' };
  }
  if (/^resolve:(secretsmanager|ssm-secure)/.test(name)) {
    return { kind: 'secret', given, help: 'let the script fetch the secret by its ARN when it runs' };
  }
  const near = didYouMean(name, [...Object.keys(MUSTACHES), 'context:']);
  const hint = near === undefined ? '' : `did you mean "{{${near === 'context:' ? 'context:KEY' : near}}}"? `;
  return { kind: 'reference', given, help: `${hint}for the literal text write { literal: "…" }` };
}
