/** The test that proves what we say of our templates. */
export interface Proof {
  /** From the root of the repository. */
  readonly file: string;
  /** The title of the test, as it stands there. */
  readonly title: string;
}

/** One thing that MDAA's documentation of its sagemaker-pipeline module claims, or that its template has. */
export interface Comparison {
  readonly claim: string;
  /** What the template of MDAA 1.6.0 really does. */
  readonly mdaa: string;
  readonly ours: string;
  readonly proof: Proof;
}

/** Comparisons of one kind. */
export interface ComparisonGroup {
  readonly title: string;
  readonly comparisons: readonly Comparison[];
}
