import type { PlainJsonObject } from '@millrace/schema';

/** Where model packages are kept. */
export interface ModelRegistry {
  /** Adds the next version of a group. */
  readonly register: (draft: ModelPackageDraft) => ModelPackage;
}

/** A model package before it has a version. */
export interface ModelPackageDraft {
  readonly group: string;
  readonly approvalStatus: string;
  readonly executionArn: string;
  readonly step: string;
  /** ISO 8601, virtual time. */
  readonly createdAt: string;
  /** The resolved arguments of the step. */
  readonly request: PlainJsonObject;
}

/** A version of a model package group. */
export interface ModelPackage extends ModelPackageDraft {
  /** From 1. */
  readonly version: number;
}
