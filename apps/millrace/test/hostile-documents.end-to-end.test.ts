import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { validateDocument } from './documents.js';
import { newFolder, runCli } from './run-cli.js';

const STEP = '    - { name: Stop, type: Fail, fail: { message: no } }\n';
const SPEC = `projectName: hostile\npipeline:\n  steps:\n${STEP}`;
const MEGABYTE = 1024 * 1024;

/** Each level repeats the one before nine times: ten levels of aliases are 3,486,784,401 texts. */
function aliasBomb(levels = 10): string {
  const names = Array.from({ length: levels }, (_, index) => `level${index}`);
  const lines = names.map((name, index) => {
    const item = index === 0 ? 'x' : `*${names[index - 1]}`;
    return `${name}: &${name} [${Array(9).fill(item).join(', ')}]\n`;
  });
  return lines.join('');
}

function nestedJoins(depth: number): string {
  const open = '{"Std:Join":{"On":"","Values":['.repeat(depth);
  return `{"Version":"2020-12-01","Steps":[{"Name":"A","Type":"Fail","Arguments":{"ErrorMessage":${open}"x"${']}}'.repeat(depth)}}}]}`;
}

interface HostileDocument {
  readonly what: string;
  readonly content: () => string | Uint8Array;
  /** The code of the first error, and its place. */
  readonly expected: string;
}

const HOSTILE: readonly HostileDocument[] = [
  { what: 'a YAML alias bomb', content: aliasBomb, expected: 'syntax/too-much-repeated 6:18' },
  { what: 'an alias inside of itself', content: () => 'a: &a [*a]\n', expected: 'syntax/recursive-alias 1:8' },
  {
    what: 'YAML nested 10,000 deep',
    content: () => `${SPEC}nag_suppressions: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`,
    expected: 'syntax/too-deep 5:118',
  },
  { what: 'JSON nested 10,000 deep', content: () => nestedJoins(5_000), expected: 'syntax/too-deep 1:1080' },
  { what: 'a key twice', content: () => `${SPEC}projectName: again\n`, expected: 'syntax/duplicate-key 5:1' },
  {
    what: 'a JSON key twice',
    content: () => '{"Version":"2020-12-01","Steps":[],"Steps":[]}',
    expected: 'syntax/duplicate-key 1:36',
  },
  { what: '__proto__ as a YAML key', content: () => `${SPEC}__proto__: { x: 1 }\n`, expected: 'spec/malformed 5:1' },
  {
    what: '__proto__ as a JSON key',
    content: () => '{"Version":"2020-12-01","__proto__":{"x":1},"Steps":[]}',
    expected: 'definition/unknown-top-level-member 1:25',
  },
  { what: '50 MB of YAML', content: () => `x: ${'a'.repeat(50 * MEGABYTE)}`, expected: 'syntax/too-large 1:1' },
  {
    what: '50 MB of JSON',
    content: () => `{"Version":"${'a'.repeat(50 * MEGABYTE)}"}`,
    expected: 'syntax/too-large 1:1',
  },
  {
    what: 'invalid UTF-8',
    content: () => Buffer.concat([Buffer.from(`${SPEC}# `), Buffer.from([0xff, 0xfe])]),
    expected: 'syntax/not-utf8 5:3',
  },
  { what: 'UTF-16', content: () => Buffer.from(`\ufeff${SPEC}`, 'utf16le'), expected: 'syntax/not-utf8 1:1' },
  { what: 'null bytes', content: () => new Uint8Array(3), expected: 'syntax/control-character 1:1' },
  {
    what: 'an unquoted account with a leading zero',
    content: () => `preProdAccountId: 012345678901\n${SPEC}`,
    expected: 'spec/wrong-type 1:19',
  },
];

test.each(HOSTILE)('$what gets a clear diagnostic', { timeout: 20_000 }, ({ content, expected }) => {
  const folder = newFolder();
  writeFileSync(join(folder, 'hostile.txt'), content());
  const start = performance.now();
  const { exitCode, stdout } = runCli(['validate', 'hostile.txt', '--json'], { folder });
  expect(exitCode).toBe(1);
  const { ok, diagnostics } = validateDocument.parse(JSON.parse(stdout));
  const first = diagnostics.find(({ severity }) => severity === 'error');
  expect({ ok, first: `${first?.code} ${first?.line}:${first?.column}` }).toEqual({ ok: false, first: expected });
  // Generous: a machine may be busy; what hangs or explodes takes minutes or dies.
  expect(performance.now() - start).toBeLessThan(15_000);
});
