import { relative, resolve } from 'node:path';
import {
  type Diagnostic,
  fail,
  isJsonObject,
  locateDiagnostics,
  type Outcome,
  partitionOf,
  type SourceDocument,
  succeed,
} from '@millrace/schema';
import { readSpec, type SourceText } from '../read/read-spec.js';
import { mdaaDiagnostics } from './mdaa-diagnostics.js';
import { type MdaaModule, mdaaModules, plainText } from './mdaa-module.js';

/** Which part of an MDAA config is meant. */
export interface MdaaQuestion {
  /** The pipeline, absolute: a module that lists it is the one. Undefined where it is no file. */
  readonly pipelineFile: string | undefined;
  /** `DOMAIN`, `DOMAIN/ENVIRONMENT` or `DOMAIN/ENVIRONMENT/MODULE`. */
  readonly scope: string | undefined;
}

/** The text of an MDAA config, and the folder that its paths start from. */
export interface MdaaConfigText {
  readonly config: SourceText;
  readonly folder: string;
}

/**
 * The deploy values that the config of an MDAA deployment gives: org, domain, environment, module_name, account and
 * region where it says them, and `context:KEY`.
 */
export function readMdaaValues(
  { config, folder }: MdaaConfigText,
  question: MdaaQuestion,
): Outcome<ReadonlyMap<string, string>> {
  const { value: document, diagnostics } = readSpec(config);
  if (document === undefined) return fail(diagnostics);
  const outcome = valuesIn(document, folder, question);
  return { ...outcome, diagnostics: locateDiagnostics(outcome.diagnostics, document) };
}

function valuesIn(
  { value: root }: SourceDocument,
  folder: string,
  question: MdaaQuestion,
): Outcome<ReadonlyMap<string, string>> {
  const organization = isJsonObject(root) ? root['organization'] : undefined;
  if (!isJsonObject(root) || organization === undefined) return refuse('"organization" is missing');
  const modules = mdaaModules(root);
  if (modules.length === 0) return refuse('"domains" holds no environment');
  const meant = choose(modules, folder, question);
  if (!Array.isArray(meant)) return fail([meant as Diagnostic]);
  return succeed(toValues(plainText(organization), meant));
}

function refuse(problem: string): Outcome<never> {
  return fail([mdaaDiagnostics['not-an-mdaa-config']({ problem }, { path: [] })]);
}

/** The modules that are meant, all in one environment; or why that is not clear. */
function choose(
  modules: readonly MdaaModule[],
  folder: string,
  { scope, pipelineFile }: MdaaQuestion,
): readonly MdaaModule[] | Diagnostic {
  const scoped = modules.filter((each) => scope === undefined || isWithin(each, scope));
  if (scoped.length === 0) {
    const known = [...new Set(modules.flatMap(scopesOf))];
    return mdaaDiagnostics['unknown-mdaa-scope']({ given: scope ?? '', known }, { path: ['domains'] });
  }
  const listed = scoped.filter(({ configs }) => pipelineFile !== undefined && isListed(configs, folder, pipelineFile));
  const meant = listed.length > 0 ? listed : scoped;
  const choices = [...new Set(meant.map(({ domain, environment }) => `${domain}/${environment}`))];
  return choices.length === 1 ? meant : mdaaDiagnostics['mdaa-choice-needed']({ choices }, { path: ['domains'] });
}

function isWithin(module: MdaaModule, scope: string): boolean {
  return scopesOf(module).includes(scope);
}

function scopesOf({ domain, environment, module }: MdaaModule): readonly string[] {
  const inEnvironment = `${domain}/${environment}`;
  return [domain, inEnvironment, ...(module === undefined ? [] : [`${inEnvironment}/${module}`])];
}

function isListed(configs: readonly string[], folder: string, pipelineFile: string): boolean {
  return configs.some((config) => relative(resolve(folder, config), pipelineFile) === '');
}

function toValues(org: string | undefined, meant: readonly MdaaModule[]): ReadonlyMap<string, string> {
  const [first, ...others] = meant;
  if (first === undefined) return new Map();
  // With several modules it is not known whose name and context hold.
  const single = others.length === 0;
  const { domain, environment, account, region, module, context, moduleContext } = first;
  const partition = region === undefined ? undefined : partitionOf(region);
  const named = { org, domain, environment, account, region, partition, module_name: single ? module : undefined };
  const known = Object.entries(named).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return new Map([
    ...known,
    ...[...(single ? moduleContext : context)].map(([key, text]) => [`context:${key}`, text] as const),
  ]);
}
