// The public surface of @millrace/cdk-constructs. Everything else is internal.

export { type Acknowledgement, acknowledge } from './acknowledge/acknowledge.js';
