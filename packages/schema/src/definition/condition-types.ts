const COMPARED = ['LeftValue', 'RightValue'];

/** Members of each type of condition beside `Type`; all are required. Source: SageMaker SDK v2.257.6 `workflow/conditions.py`. */
export const CONDITION_MEMBERS: Readonly<Record<string, readonly string[]>> = {
  Equals: COMPARED,
  GreaterThan: COMPARED,
  GreaterThanOrEqualTo: COMPARED,
  LessThan: COMPARED,
  LessThanOrEqualTo: COMPARED,
  In: ['QueryValue', 'Values'],
  Not: ['Condition'],
  Or: ['Conditions'],
};

/** The types of conditions that SageMaker knows. */
export const CONDITION_TYPES: readonly string[] = Object.keys(CONDITION_MEMBERS);
