import { checkDefinitionText, compileSpec } from '@millrace/compiler';
import { type Json, writeJson } from '@millrace/schema';
import { judge, type Trial, type Verdict } from './verdict.js';

const NO_FILES = { read: () => undefined, list: () => undefined };

/** The laws of compiling any text; besides, a definition that comes of it must hold when it is read again. */
export function judgeSpec(text: string): Promise<Verdict> {
  return judge(text, compile);
}

async function compile(text: string): Promise<Trial> {
  const { value, diagnostics } = await compileSpec({ file: 'mutant.yaml', text }, { files: NO_FILES });
  if (value === undefined) return { accepted: false, diagnostics };
  // A definition is JSON; its typed view only says more.
  return { accepted: true, diagnostics, broken: await findFault(value.definition as unknown as Json) };
}

/** What is wrong with a definition that the compiler gave. */
async function findFault(definition: Json): Promise<string | undefined> {
  const { value, diagnostics } = await checkDefinitionText({ file: 'given.json', text: writeJson(definition) });
  const blocking = diagnostics.find((each) => each.blocking);
  if (value !== undefined && blocking === undefined) return undefined;
  return `the definition cannot be read again: ${blocking?.code} ${blocking?.message}`;
}
