import { Aws, Fn, Lazy, Token } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { takeTokens } from './take-tokens.js';

describe('takeTokens', () => {
  it('puts a deploy value where a token stands in a text, and leaves the rest to the author', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an interpolation of the spec's language
    const author = 's3://${parameters.Bucket}/';
    const { json, tokens } = takeTokens({ uri: `${author}${Aws.REGION}/x/${Aws.ACCOUNT_ID}` });
    expect(json).toEqual({ uri: `${author}{{context:aws-cdk-token-1}}/x/{{context:aws-cdk-token-2}}` });
    expect([...tokens]).toEqual([
      ['context:aws-cdk-token-1', Aws.REGION],
      ['context:aws-cdk-token-2', Aws.ACCOUNT_ID],
    ]);
  });

  it('gives the same token the same name', () => {
    const { json } = takeTokens([Aws.REGION, Aws.REGION, Aws.PARTITION]);
    expect(json).toEqual(['{{context:aws-cdk-token-1}}', '{{context:aws-cdk-token-1}}', '{{context:aws-cdk-token-2}}']);
  });

  it('writes texts of a definition with deploy values as nodes', () => {
    const { json } = takeTokens({ whole: Aws.REGION, part: `a${Aws.REGION}b` }, 'definition');
    const node = { 'Millrace:DeployValue': 'context:aws-cdk-token-1' };
    expect(json).toEqual({ whole: node, part: { 'Millrace:Text': ['a', node, 'b'] } });
  });

  it('takes numbers that are tokens, and values that are tokens as a whole', () => {
    expect(takeTokens({ count: Token.asNumber({ Ref: 'Count' }) }).json).toEqual({
      count: '{{context:aws-cdk-token-1}}',
    });
    expect(takeTokens({ any: Lazy.any({ produce: () => 'x' }) }).json).toEqual({ any: '{{context:aws-cdk-token-1}}' });
  });

  it('leaves keys out that have no value', () => {
    expect(takeTokens({ a: undefined, b: null, c: false, d: 1.5 }).json).toEqual({ b: null, c: false, d: 1.5 });
  });

  it('spreads lists of known length, and refuses those of unknown length with the way out', () => {
    const subnets = Fn.split(',', Fn.importValue('Subnets'));
    expect(takeTokens([Fn.select(0, subnets), Fn.select(1, subnets)]).json).toHaveLength(2);
    expect(() => takeTokens({ networkConfig: { subnetIds: subnets } })).toThrow(
      'networkConfig.subnetIds: a list whose length is only known at deployment cannot stand in a pipeline. Write its items one by one: Fn.select(0, list), Fn.select(1, list), …',
    );
  });

  it('refuses tokens in keys and what is no JSON, and names the place', () => {
    expect(() => takeTokens({ tags: { [Aws.REGION]: 'x' } })).toThrow('tags: a key cannot be a token');
    expect(() => takeTokens({ a: [() => 1] })).toThrow('a.0: function is no value of JSON');
    expect(() => takeTokens({ a: Number.NaN })).toThrow('a: NaN is no number of JSON');
  });
});
