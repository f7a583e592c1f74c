import type { Path, PathTarget, RelatedPlace } from '../diagnostics/diagnostic.js';

/**
 * What a judgement says of one place of a definition. Judgements are about what SageMaker takes and people regret;
 * `validate` shows the violated ones as remarks, governance may make findings of both.
 */
export interface Judged {
  /** `unknown`: it depends on a parameter or on a value that is only known at deployment. Where a judgement holds, it says nothing. */
  readonly verdict: 'violated' | 'unknown';
  /** One sentence for people, without a full stop. */
  readonly reason: string;
  readonly path: Path;
  readonly target?: PathTarget;
  readonly related?: readonly RelatedPlace[];
}

/** Those that are certain. */
export function violated<J extends Judged>(judged: Iterable<J>): readonly J[] {
  return [...judged].filter(({ verdict }) => verdict === 'violated');
}
