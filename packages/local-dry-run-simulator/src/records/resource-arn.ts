import type { PlainJson, PlainJsonObject } from '@millrace/schema';
import { textAt } from '../container-plans/read-member.js';
import { unknownReasonOf } from '../evaluation/unknown-value.js';

/** A resource that is named in a request. */
export interface NamedResource {
  readonly arnPrefix: string;
  /** The kind in the ARN: `endpoint`. */
  readonly kind: string;
  readonly arguments: PlainJsonObject;
  /** The member that holds its name. */
  readonly member: string;
}

/** The ARN of the resource, unknown where its name is; undefined where there is no name. */
export function resourceArn({ arnPrefix, kind, arguments: request, member }: NamedResource): PlainJson | undefined {
  const name = textAt(request, member);
  if (name !== undefined) return `${arnPrefix}:${kind}/${name.toLowerCase()}`;
  return unknownReasonOf(request[member]) === undefined ? undefined : request[member];
}
