import { oneOrMore, SourceNumber, strictMap } from '@millrace/schema';
import { z } from 'zod';

/** The form of `governance/exceptions.yaml`. */
export const ledgerForm = strictMap({
  exceptions: z
    .array(
      strictMap({
        rule: required('rule', 'the id of the rule, as MR-NET-003'),
        path: required('path', 'a file relative to the project folder, or a construct').superRefine(refuseWrongPath),
        reason: required('reason', 'why the finding is not mended'),
        owner: required('owner', 'the person or team that answers for it'),
        expires: required('expires', 'the last day on which it holds').pipe(
          z.iso.date({ error: ({ input }) => `"${String(input)}" is no day; write it as YYYY-MM-DD` }),
        ),
        environments: oneOrMore(required('name', 'the name of an environment'), 50).optional(),
      }),
      { error: 'expected a list of exceptions' },
    )
    // A key with nothing but comments below it.
    .nullish()
    .transform((exceptions) => exceptions ?? []),
});

function required(key: string, what: string) {
  return z
    .string({
      error: ({ input }) => {
        if (input === undefined || input === null) return `"${key}" is missing: ${what}`;
        const quoted = input instanceof SourceNumber ? `; quote it: "${input.written}"` : '';
        return `expected text: ${what}${quoted}`;
      },
    })
    .regex(/\S/, { error: `"${key}" is empty: write ${what}` });
}

function refuseWrongPath(path: string, context: z.RefinementCtx): void {
  const problem = wrongPath(path);
  if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
}

function wrongPath(path: string): string | undefined {
  const [place = '', ...inside] = path.split('#');
  if (place === '') return `"${path}" names neither a file nor a construct`;
  if (/^(?:\/|[A-Za-z]:)/.test(place)) return `"${path}" is absolute: write it relative to the project folder`;
  if (place.includes('\\')) return `"${path}" has backslashes: write "/" between folders`;
  if (place.split('/').includes('..')) return `"${path}" leaves the project folder`;
  return inside.length > 0 && inside.join('#') === '' ? `"${path}" names no step after "#"` : undefined;
}
