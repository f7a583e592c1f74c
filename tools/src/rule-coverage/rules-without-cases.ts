/**
 * Rules that no golden case can show, with the reason and with what keeps them instead. A reason for a rule that has
 * its cases is a mistake, and a test says so.
 */
export const RULES_WITHOUT_CASES: Readonly<Record<string, string>> = {};
