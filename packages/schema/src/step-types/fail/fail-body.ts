import type { z } from 'zod';
import { authorObject } from '../../spec/author-object.js';
import { stringified } from '../../spec/slots.js';

/** The body of a Fail step. */
export const failBody = authorObject({
  message: stringified().describe('The error message of the execution.'),
});

/** What an author says of a Fail step. */
export type FailBody = z.output<typeof failBody>;
