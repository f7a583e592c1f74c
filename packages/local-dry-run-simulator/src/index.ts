// The public surface of @millrace/local-dry-run-simulator. A comment with a blank line after it begins a group.

// Running a definition.

export type { DryRunListener, DryRunRequest } from './dry-run-request.js';
export { type DryRun, runDryRun } from './run-dry-run.js';

// What stands for S3 on this machine.

export { LocalS3 } from './object-store/local-s3.js';
export { type DataMapping, parseDataMapping } from './object-store/mapped-objects.js';
export type { ObjectContent, ObjectSource, ObjectStore, StoredObject } from './object-store/object-store.js';
export { openLocalS3 } from './state/open-local-s3.js';

// Saying what happens.

export { type Assumption, parseAssumption } from './scenario/assumption.js';
export { type ScenarioSkeleton, scenarioSkeleton } from './scenario/scenario-skeleton.js';

// Telling what happened: folds over events.

export { explainReason } from './summary/explain-reason.js';
export { type Decision, listDecisions } from './summary/list-decisions.js';
export { normalizeEvents } from './summary/normalize-events.js';
export * from './summary/summarize-run.js';

// Diagnostics, for `millrace explain`.

export { requestDiagnostics } from './request-diagnostics.js';
export { simulatorDiagnostics } from './simulator-diagnostics.js';
