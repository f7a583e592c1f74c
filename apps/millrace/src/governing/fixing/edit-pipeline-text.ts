import { compileSpec, type DefinitionFix, detectLanguage, nodeFiles, specEdits } from '@millrace/compiler';
import { editJson } from '@millrace/schema';
import type { InputFile } from '../../input/input-file.js';
import { readQuotas } from '../../settings/read-quotas.js';

/** A text with fixes in it. */
export interface EditedPipeline {
  readonly text: string;
  /** Fixes that could not be made, by their place in the list, with the reason. */
  readonly left: ReadonlyMap<number, string>;
}

/** Makes fixes of its definition in the text of a pipeline, each as a whole: in the words of a spec, or in a definition itself. */
export async function editPipelineText(input: InputFile, fixes: readonly DefinitionFix[]): Promise<EditedPipeline> {
  return detectLanguage(input) === 'definition' ? editDefinition(input, fixes) : editSpec(input, fixes);
}

async function editSpec(input: InputFile, fixes: readonly DefinitionFix[]): Promise<EditedPipeline> {
  const { file, text, folder } = input;
  const options = { files: nodeFiles(folder), ...readQuotas(folder) };
  const { value: compiled } = await compileSpec({ file, text }, options);
  if (compiled === undefined) return { text, left: new Map() };
  return specEdits({ source: { file, text }, compiled, options }, fixes);
}

/** Each edit reads the text anew, so fixes are tried one by one only where they cannot all be made. */
function editDefinition({ text }: InputFile, fixes: readonly DefinitionFix[]): EditedPipeline {
  const edited = editJson(text, fixes.flat()).text;
  if (edited !== undefined) return { text: edited, left: new Map() };
  const left = new Map<number, string>();
  for (const [index, fix] of fixes.entries()) {
    const { refused } = editJson(text, fix);
    if (refused !== undefined) left.set(index, refused);
  }
  const possible = fixes.filter((_, index) => !left.has(index));
  return { text: editJson(text, possible.flat()).text ?? text, left };
}
