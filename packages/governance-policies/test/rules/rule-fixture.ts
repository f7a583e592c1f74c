import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatPath, type Json, type PipelineDefinition, projectConfigSchema } from '@millrace/schema';
import { parse } from 'yaml';
import type { GovernanceRule, OtherJudge } from '../../src/rule/governance-rule.js';
import { PolicyContext, type PolicyContextOptions } from '../../src/rule/policy-context.js';
import { TemplateContext } from '../../src/template/template-context.js';
import { definitionUnderTest } from '../../src/testing/definition-under-test.js';

/** The kinds of cases, with how many a rule has at least. */
export const CASE_KINDS = { violating: 2, compliant: 2, parameterised: 1, deployValues: 1 } as const;

/** A kind of cases. */
export type CaseKind = keyof typeof CASE_KINDS;

/** A definition or a template, the environment that it is checked for, and what the rule says of it. */
export interface RuleCase {
  readonly title: string;
  /** A whole definition; or only its steps and parameters. */
  readonly definition?: object;
  readonly steps?: readonly object[];
  readonly parameters?: readonly object[];
  /** A whole CloudFormation template, for a rule on templates; or only its resources and template parameters. */
  readonly template?: object;
  readonly resources?: object;
  readonly templateParameters?: object;
  /** `name`, and what the project config says of it. */
  readonly environment?: { readonly name: string };
  readonly options?: object;
  readonly pipelineName?: string;
  /** The steps that are deployed now. */
  readonly deployed?: readonly object[];
  /** Local scripts: by their hash, the text of each file by its path. */
  readonly scripts?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly limits?: PolicyContextOptions['limits'];
  /** `violated Steps[0].Arguments`, or with `: ` and the message behind it. Empty or absent: nothing. */
  readonly says?: readonly string[];
  /** Digests by the URI of the image with its tag, as a lock has them. */
  readonly images?: Readonly<Record<string, string>>;
  /** What stands at places of the definition after its fix, by their path: `Steps[0].Arguments.RoleArn`; null where nothing does. */
  readonly fixed?: Readonly<Record<string, Json>>;
  /** Why no fix mends a violating case of a rule that has fixes: what only a person knows. */
  readonly unfixable?: string;
}

/** The cases of a rule: `<id>.yaml` beside this file. Keys that begin with `x-` hold what cases share. */
export type RuleFixture = Readonly<Record<CaseKind, readonly RuleCase[]>>;

/** @throws Error where the rule has no file, or a kind of cases is missing */
export function readFixture(id: string): RuleFixture {
  const file = join(import.meta.dirname, `${id}.yaml`);
  if (!existsSync(file)) throw new Error(`${id} has no cases: write test/rules/${id}.yaml`);
  // The members are checked by whoever reads them.
  const {
    violating = [],
    compliant = [],
    parameterised = [],
    deployValues = [],
  } = parse(readFileSync(file, 'utf8'), {
    merge: true,
  }) as Partial<RuleFixture>;
  return { violating, compliant, parameterised, deployValues };
}

/** The definition of a case. */
export function definitionOf({ definition, steps = [], parameters = [] }: RuleCase): PipelineDefinition {
  return definitionUnderTest(definition ?? { Version: '2020-12-01', Parameters: parameters, Steps: steps });
}

/** What a case is checked with. */
export function contextOf({
  pipelineName,
  limits,
  deployed,
  scripts = {},
  images = {},
  ...more
}: RuleCase): PolicyContextOptions {
  return {
    pipelineName,
    environment: environmentOf(more),
    limits,
    images: new Map(Object.entries(images)),
    scripts: Object.entries(scripts).map(([sha256, files]) => ({
      sha256,
      files: Object.entries(files).map(([path, text]) => ({ path, text })),
    })),
    deployed: deployed && definitionUnderTest({ Version: '2020-12-01', Steps: deployed }),
  };
}

/** What the rule says of a case, in the form of `says`. */
export function run(rule: GovernanceRule, given: RuleCase, other?: OtherJudge): readonly string[] {
  const options = rule.options.parse(given.options ?? {});
  const template = templateOf(given);
  const judgements =
    template === undefined
      ? rule.check(new PolicyContext(definitionOf(given), contextOf(given)), options, other)
      : rule.checkTemplate(new TemplateContext(template, contextOf(given)), options, other);
  return [...judgements].map(({ verdict, path, reason }) => `${verdict} ${formatPath(path)}: ${reason}`);
}

/** The template of a case; undefined for a case that is a definition. */
export function templateOf({ template, resources, templateParameters }: RuleCase): Json | undefined {
  const whole = template ?? (resources && { Parameters: templateParameters ?? {}, Resources: resources });
  // Cases are read from YAML, and what is a map there is JSON.
  return whole as Json | undefined;
}

/** What is said, without the messages that the case does not state. */
export function asStated(said: readonly string[], stated: readonly string[] = []): readonly string[] {
  return said.map((line, index) => (stated[index]?.includes(': ') === true ? line : line.replace(/: .*$/s, '')));
}

function environmentOf({ environment }: Pick<RuleCase, 'environment' | 'title'>): PolicyContextOptions['environment'] {
  if (environment === undefined) return undefined;
  const { name, ...config } = environment;
  const parsed = projectConfigSchema.parse({ environments: { [name]: config } });
  const read = parsed.environments[name];
  return read === undefined ? undefined : { name, config: read };
}
