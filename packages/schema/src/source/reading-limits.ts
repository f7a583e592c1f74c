/** What a reader refuses before it builds a tree, so that no document can exhaust memory or the call stack. */
export const READING_LIMITS = {
  /** UTF-16 code units; ten times what SageMaker takes as a definition (1,048,576). */
  maxCharacters: 10 * 1024 * 1024,
  /** Maps and lists inside each other. */
  maxDepth: 100,
} as const;
