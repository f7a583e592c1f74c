import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { repositoryRoot } from '../../repository.js';

/** A case of a rule's tests, as its page shows it. */
export interface RuleExample {
  readonly title: string;
  readonly definition?: object;
  readonly steps?: readonly object[];
  readonly parameters?: readonly object[];
  /** The resources of a CloudFormation template. */
  readonly resources?: object;
  readonly template?: object;
  readonly templateParameters?: object;
  /** `name`, and what the project config says of it. */
  readonly environment?: { readonly name: string };
  readonly options?: object;
  /** Quotas that AWS has raised. */
  readonly limits?: object;
  /** The steps that are deployed now. */
  readonly deployed?: readonly object[];
  /** Local scripts: by their hash, the text of each file by its path. */
  readonly scripts?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** `violated Steps[0].Arguments: it runs in no VPC`; some lines have no message. */
  readonly says?: readonly string[];
}

/** The two examples of a page. */
export interface RuleExamples {
  readonly violating: RuleExample;
  readonly compliant: RuleExample;
}

const CASES = 'packages/governance-policies/test/rules';

/**
 * The first cases of a rule's tests: they are the plainest.
 * @throws Error where a message is not stated
 */
export function readRuleExamples(id: string): RuleExamples {
  const file = join(repositoryRoot, CASES, `${id}.yaml`);
  // The files are ours, and the tests of the rules check their form.
  const { violating, compliant } = parse(readFileSync(file, 'utf8'), { merge: true }) as RuleFixture;
  const [[bad], [good]] = [violating, compliant];
  if (bad?.says?.every((line) => line.includes(': ')) !== true || good === undefined) {
    throw new Error(`the first violating case of ${file} has to state its messages: it stands on the page of the rule`);
  }
  return { violating: bad, compliant: good };
}

type RuleFixture = Readonly<Record<'violating' | 'compliant', readonly RuleExample[]>>;
