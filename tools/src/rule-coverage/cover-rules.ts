import type { RuleCase } from './golden-cases.js';

/** A code of the catalogue, with the rules that it answers. */
export interface RuleCode {
  readonly code: string;
  readonly severity: string;
  readonly rules: readonly string[];
}

/** How one rule is kept. */
export interface RuleCoverage {
  readonly rule: string;
  readonly codes: readonly RuleCode[];
  /** Cases in which the rule is broken. */
  readonly failing: readonly RuleCase[];
  /** Cases of the same files, or that name the rule, in which nothing is wrong. */
  readonly passing: readonly RuleCase[];
}

/** The rules of facts/sagemaker-pipelines, section 7. */
export const RULES: readonly string[] = Array.from({ length: 112 }, (_, index) => `R${index + 1}`);

/** Looks for the codes and the golden cases of every rule. */
export function coverRules(codes: readonly RuleCode[], golden: readonly RuleCase[]): readonly RuleCoverage[] {
  const known = new Set(codes.map(({ code }) => code));
  // What a case expects holds other texts of that form, such as MIME types.
  const cases = golden.map((each) => ({ ...each, codes: each.codes.filter((code) => known.has(code)) }));
  return RULES.map((rule) => {
    const own = codes.filter(({ rules }) => rules.includes(rule));
    const names = own.map(({ code }) => code);
    const failing = cases.filter((each) => breaks(each, rule, names));
    const files = new Set(failing.map(({ file }) => file));
    const passing = cases.filter(
      (each) => each.codes.length === 0 && (files.has(each.file) || each.rules.includes(rule)),
    );
    return { rule, codes: own, failing, passing };
  });
}

// Where a case names its rules, only those are meant: one code may answer many rules.
function breaks({ codes, rules }: RuleCase, rule: string, names: readonly string[]): boolean {
  if (codes.length === 0) return false;
  return rules.includes(rule) || (rules.length === 0 && codes.some((code) => names.includes(code)));
}
