import { describe, expect, it } from 'vitest';
import { looksLikeCredential } from './looks-like-credential.js';

describe('looksLikeCredential', () => {
  it.each([
    'AKIAIOSFODNN7EXAMPLE',
    '-----BEGIN RSA PRIVATE KEY-----',
    'ghp_0123456789abcdefghijklmnopqrstuvwxyz',
    'xoxb-1234567890-abcdef',
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcdefghijk',
    'postgresql://app:hunter22@db.example.com/x',
    'wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEYq9',
  ])('%s does', (text) => expect(looksLikeCredential(text)).toBe(true));

  it.each([
    '',
    'churn',
    's3://Bucket-With-Capital-Letters/Some/Prefix/0123456789/abcdefghij',
    '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
    '12345678-1234-1234-1234-123456789ABC',
    'arn:aws:iam::111122223333:role/MlJobRoleForChurnPredictionInProduction01',
    '763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.1.0-cpu-py310-ubuntu20.04-sagemaker',
    'AnExperimentNameOfManyWordsFromNovember2026',
    'https://sqs.us-east-1.amazonaws.com/111122223333/callbacks',
  ])('%s does not', (text) => expect(looksLikeCredential(text)).toBe(false));

  it('answers at once, whatever the text', () => {
    const start = performance.now();
    for (const text of ['a'.repeat(100_000), 'a:'.repeat(50_000), 'eyJ.'.repeat(25_000), `a${'+'.repeat(99_999)}://`]) {
      looksLikeCredential(text);
    }
    expect(performance.now() - start).toBeLessThan(500);
  });
});
