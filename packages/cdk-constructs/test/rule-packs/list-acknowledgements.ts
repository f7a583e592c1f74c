import { Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** An acknowledgement as it stands in a tree. */
export interface PlacedAcknowledgement {
  readonly id: string;
  readonly reason: string;
  /** Path of the construct that it was given at; it counts for everything below. */
  readonly path: string;
  /** It was given at a whole stack, and so counts for whatever is added to it. */
  readonly isBlanket: boolean;
}

/** Every acknowledgement in a tree of constructs. */
export function listAcknowledgements(root: IConstruct): readonly PlacedAcknowledgement[] {
  return root.node.findAll().flatMap((construct) =>
    construct.node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      // The CDK writes an object of reasons by id, and a prefix before ids that have none of their own.
      .flatMap(({ data }) => Object.entries(data as Readonly<Record<string, string>>))
      .map(([id, reason]) => ({
        id: id.replace(/^annotation::/i, ''),
        reason,
        path: construct.node.path,
        isBlanket: construct.node.scope === undefined || Stack.isStack(construct),
      })),
  );
}
