import { READING_LIMITS } from '@millrace/schema';

/** What the YAML reader refuses before it parses: beyond {@link READING_LIMITS}, what only YAML can do. */
export const YAML_LIMITS = {
  ...READING_LIMITS,
  /** Uses of anchors (`*name`) in one document. */
  maxAliases: 100,
  /** Values that a document may have more than it writes, because aliases repeat them ("billion laughs"). */
  maxRepeatedValues: 100_000,
  /** Words, signs and line ends; each becomes several objects in memory, so that 10 MiB of `-` alone would exhaust it. */
  maxTokens: 500_000,
} as const;
