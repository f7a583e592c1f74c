/** Deploy values whose meaning is fixed: what they stand for is right wherever it is asked for. */
const WELL_KNOWN =
  /^<(?:partition|region|account|environment|org|domain|module_name|bucket|kmsKeyArn|jobRoleArn|pipelineRoleArn)>/;

/** Whether a text, as rules see it, begins with something that nobody knows before deployment: an SSM parameter, what a step makes. */
export function beginsUnknown(text: string): boolean {
  return text.startsWith('…') || (text.startsWith('<') && !WELL_KNOWN.test(text));
}
