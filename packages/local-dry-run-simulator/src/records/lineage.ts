import { createHash } from 'node:crypto';
import type { PlainJsonObject } from '@millrace/schema';
import { objectsAt, textAt } from '../container-plans/read-member.js';
import type { RecordKeeper, RecordRequest } from './record-keeper.js';

/** Lineage: actions, artifacts and contexts, each with an ARN by its name. */
export const keepLineage: RecordKeeper = (request) => ({
  describe: {
    ActionArns: arnsOf(request, { list: 'Actions', member: 'ActionName', kind: 'action' }),
    ArtifactArns: arnsOf(request, { list: 'Artifacts', member: 'ArtifactName', kind: 'artifact' }),
    ContextArns: arnsOf(request, { list: 'Contexts', member: 'ContextName', kind: 'context' }),
    Associations: [],
  },
  partial: true,
});

interface Entities {
  readonly list: string;
  readonly member: string;
  readonly kind: 'action' | 'artifact' | 'context';
}

function arnsOf({ arnPrefix, arguments: request }: RecordRequest, { list, member, kind }: Entities): PlainJsonObject {
  const names = objectsAt(request, list).flatMap((entity) => textAt(entity, member) ?? []);
  return Object.fromEntries(
    names.map((name) => [name, `${arnPrefix}:${kind}/${kind === 'artifact' ? idOf(name) : name.toLowerCase()}`]),
  );
}

/** SageMaker gives artifacts an id of 32 hexadecimal digits. */
function idOf(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 32);
}
