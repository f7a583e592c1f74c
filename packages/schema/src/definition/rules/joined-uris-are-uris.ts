import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { isJsonList, type Json } from '../../source/json.js';
import type { DefinitionRule } from '../definition-rule.js';

const URI_MEMBER = /S3Uri|S3OutputPath|S3OutputLocation|ModelDataUrl|S3Prefix$/;

const diagnostics = defineDiagnostics('definition', {
  'doubtful-uri': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R45'],
    message: (p: { problem: string }) => p.problem,
    help: () => 'S3 takes keys letter by letter: join "s3://BUCKET" and the parts of the key with single slashes',
    explanation:
      'The parts of a URI are joined as they are. An empty part, or a slash at the end of a part that is joined with slashes, gives a key with "//" in it, which S3 takes for another folder; without "s3://" in front the value is no URI of S3.',
  },
});

/** Joined URIs begin with s3:// and hold no empty folder. */
export const joinedUrisAreUris: DefinitionRule = {
  rules: ['R45'],
  diagnostics,
  check: function* ({ expressions }) {
    for (const { expression, path, inside } of expressions) {
      if (expression.kind !== 'join' || inside !== undefined || !URI_MEMBER.test(String(path.at(-1)))) continue;
      const problem = whatIsWrongWith(expression);
      if (problem !== undefined) yield diagnostics['doubtful-uri']({ problem }, { path });
    }
  },
};

// A part that is not literal stands for some text that neither begins nor ends with a slash.
const SOME_TEXT = '\u0000';

function whatIsWrongWith({ on, values }: { on: Json; values: Json }): string | undefined {
  if (typeof on !== 'string' || !isJsonList(values)) return undefined;
  const [first] = values;
  const joined = values.map((value) => (typeof value === 'string' ? value : SOME_TEXT)).join(on);
  if (typeof first === 'string' && !/^(s3|https?|file):\//.test(joined))
    return `this joins to "${shown(joined)}", which does not begin with s3://`;
  return /[^:/]\/\//.test(joined) ? `this joins to "${shown(joined)}", which has an empty folder` : undefined;
}

function shown(joined: string): string {
  return joined.replaceAll(SOME_TEXT, '…');
}
