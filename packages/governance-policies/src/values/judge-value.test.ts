import type { DefinitionParameter, Json } from '@millrace/schema';
import { describe, expect, it } from 'vitest';
import { type Answer, judgeText, judgeValue } from './judge-value.js';
import { ValueReader } from './value-reader.js';

const PARAMETERS: readonly DefinitionParameter[] = [
  { Name: 'Small', Type: 'Integer', DefaultValue: 1 },
  { Name: 'Open', Type: 'Integer' },
  { Name: 'Listed', Type: 'String', DefaultValue: 'a', EnumValues: ['a', 'b'] },
  { Name: 'Chosen', Type: 'String', EnumValues: ['a', 'aa'] },
];

const READER = new ValueReader({ parameters: PARAMETERS, deployValues: new Map([['bucket', 'mine']]) });

function isOne(json: Json | undefined): Answer {
  return judgeValue(READER.read(json), (given) => given === 1);
}

function beginsWithA(json: Json | undefined): Answer {
  return judgeText(READER.read(json), (given = '') =>
    given.startsWith('…') ? 'unknown' : given.startsWith('a') ? 'holds' : 'violated',
  );
}

describe('judgeValue', () => {
  it('lets literals decide, and nothing where nothing is given', () => {
    expect(isOne(1)).toEqual({ verdict: 'holds', because: '1 is given' });
    expect(isOne(2)).toEqual({ verdict: 'violated', because: '2 is given' });
    expect(isOne(null)).toEqual({ verdict: 'violated', because: 'nothing is given' });
  });

  it('lets defaults of parameters decide', () => {
    expect(isOne({ Get: 'Parameters.Small' })).toMatchObject({ verdict: 'holds' });
    expect(isOne({ Get: 'Parameters.Listed' })).toEqual({
      verdict: 'violated',
      because: 'the parameter "Listed" is "a" by default',
    });
  });

  it.each([
    [{ Get: 'Parameters.Open' }, 'the parameter "Open" has no default'],
    [{ Get: 'Parameters.Missing' }, 'the parameter "Missing" has no default'],
    [{ Get: 'Execution.PipelineName' }, 'Execution.PipelineName is known only when the pipeline runs'],
    [
      { 'Std:JsonGet': { PropertyFile: 'f', Path: 'p' } },
      'a file that a step writes is known only when the pipeline runs',
    ],
    [{ 'Millrace:DeployValue': 'ssm:/x' }, 'the deploy value "ssm:/x" is not known before deployment'],
    [{ no: 'expression' }, 'it is neither text nor number'],
  ])('does not know %j', (json, because) => {
    expect(isOne(json)).toEqual({ verdict: 'unknown', because });
  });
});

describe('judgeText', () => {
  it('knows the deploy values that the environment names', () => {
    expect(beginsWithA({ 'Millrace:DeployValue': 'bucket' })).toEqual({
      verdict: 'violated',
      because: '"mine" is given',
    });
    expect(beginsWithA({ 'Millrace:Text': ['a-', { 'Millrace:DeployValue': 'bucket' }] }).because).toBe(
      '"a-mine" is given',
    );
  });

  it('judges what is known of a text', () => {
    expect(beginsWithA({ 'Std:Join': { On: '/', Values: ['a', { Get: 'Execution.PipelineExecutionId' }] } })).toEqual({
      verdict: 'holds',
      because: '"a/…" is given',
    });
    expect(beginsWithA({ 'Std:Join': { On: '', Values: [{ Get: 'Parameters.Open' }, 'a'] } }).verdict).toBe('unknown');
    expect(beginsWithA({ 'Std:Join': { On: '', Values: [{ 'Millrace:DeployValue': 'account' }] } })).toEqual({
      verdict: 'violated',
      because: '"<account>" is given',
    });
  });

  it('doubts a list of which some values would not do, inside of texts too', () => {
    expect(beginsWithA({ Get: 'Parameters.Chosen' }).verdict).toBe('holds');
    expect(beginsWithA({ Get: 'Parameters.Listed' })).toEqual({
      verdict: 'unknown',
      because: 'the parameter "Listed" may be "b"',
    });
    expect(beginsWithA({ 'Std:Join': { On: '', Values: [{ Get: 'Parameters.Listed' }, 'x'] } })).toEqual({
      verdict: 'unknown',
      because: '"bx" is given, where the parameter "Listed" may be "b"',
    });
  });

  it('does not know texts of more parts than anybody would try out', () => {
    const Values = Array.from({ length: 6 }, () => ({ Get: 'Parameters.Chosen' }));
    expect(beginsWithA({ 'Std:Join': { On: '', Values } })).toMatchObject({ verdict: 'unknown' });
    expect(beginsWithA({ 'Std:Join': { On: '', Values: Values.slice(0, 4) } })).toMatchObject({ verdict: 'holds' });
  });
});
