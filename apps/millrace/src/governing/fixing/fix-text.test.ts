import type { Finding } from '@millrace/governance-policies';
import { describe, expect, it } from 'vitest';
import type { CheckedTarget } from '../checked-target.js';
import { type Fixing, fixText } from './fix-text.js';

/** A text is a list of letters; each is a finding of its own, and its fix takes it out. */
function findingOf(letter: string): Finding {
  // Only what fixing looks at.
  return {
    rule: letter,
    message: `there is ${letter}`,
    fingerprint: letter,
    fix: 'safe',
    edits: [{ path: [letter], remove: true }],
  } as unknown as Finding;
}

function judged(text: string): CheckedTarget {
  const diagnostics = text.includes('!') ? [{ severity: 'error', message: 'it is broken' }] : [];
  // Only what fixing looks at.
  return {
    findings: [...text].filter((each) => /\w/.test(each)).map(findingOf),
    diagnostics,
  } as unknown as CheckedTarget;
}

/** @param becomes what stands where a letter was */
function fixing(becomes: Readonly<Record<string, string>> = {}): Fixing {
  return {
    kinds: ['safe'],
    judge: async (text) => judged(text),
    edit: async (text, fixes) => {
      const letters = fixes.map(([edit]) => String(edit?.path[0]));
      const left = new Map(letters.flatMap((letter, index) => (letter === 'x' ? [[index, 'no words'] as const] : [])));
      return {
        text: [...text].map((each) => (letters.includes(each) && each !== 'x' ? (becomes[each] ?? '') : each)).join(''),
        left,
      };
    },
  };
}

async function fixed(text: string, becomes?: Readonly<Record<string, string>>) {
  const result = await fixText({ text, checked: judged(text) }, fixing(becomes));
  const left = result.left.map(({ finding, reason }) => [finding.rule, reason]);
  return { text: result.text, made: result.made.map(({ rule }) => rule), left };
}

describe('fixText', () => {
  it('makes all fixes at once', async () => {
    expect(await fixed('abc')).toEqual({ text: '', made: ['a', 'b', 'c'], left: [] });
  });

  it('leaves what nobody can write, and tells why', async () => {
    expect(await fixed('axb')).toEqual({ text: 'x', made: ['a', 'b'], left: [['x', 'no words']] });
  });

  it('leaves the fix with which the text would be refused, and makes the others', async () => {
    expect(await fixed('abc', { b: '!' })).toEqual({
      text: 'b',
      made: ['a', 'c'],
      left: [['b', 'the pipeline would be refused: it is broken']],
    });
  });

  it('leaves the fix that would bring a finding', async () => {
    expect(await fixed('ab', { a: 'z' })).toEqual({
      text: 'a',
      made: ['b'],
      left: [['a', 'it would bring z: there is z']],
    });
  });

  it('ends where a fix does not help', async () => {
    expect(await fixed('a', { a: 'a' })).toEqual({
      text: 'a',
      made: [],
      left: [['a', 'it is told even with its fix']],
    });
  });
});
