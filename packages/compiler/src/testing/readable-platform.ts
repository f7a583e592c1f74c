import type { Json, PlainJson } from '@millrace/schema';
import { toPlainJson } from '@millrace/schema';
import { bindDeployValues } from '../bind/bind-deploy-values.js';

/** Parts of a platform as tests read them: each deploy value is its name in angle brackets. */
export function readablePlatform(part: unknown): PlainJson {
  // The platform model is JSON throughout; its interfaces only say more.
  return toPlainJson(bindDeployValues(part as Json, (name) => `<${name}>`).value);
}
