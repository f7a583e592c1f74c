import type { Examination } from './examination.js';

/** What was found on examining the drawn findings; the page of the corpus quotes it. */
export const examinations: readonly Examination[] = [];
