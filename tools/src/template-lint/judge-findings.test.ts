import { expect, test } from 'vitest';
import { judgeFindings } from './judge-findings.js';

const finding = { check: 'CKV_AWS_1', resourceType: 'AWS::S3::Bucket', message: 'Open.', place: 'a.json Bucket' };
const entry = { check: 'CKV_AWS_1', resourceType: 'AWS::S3::Bucket', reason: 'Because.' };

test('an accepted finding is silent', () => {
  expect(judgeFindings([finding], [entry])).toEqual({ open: [], unused: [] });
  expect(judgeFindings([finding], [{ ...entry, where: /^a.*Bucket$/ }])).toEqual({ open: [], unused: [] });
});

test.each([{ check: 'CKV_AWS_2' }, { resourceType: 'AWS::KMS::Key' }])(
  'an entry for %o covers nothing else',
  (other) => {
    expect(judgeFindings([finding], [{ ...entry, ...other }])).toEqual({
      open: ['CKV_AWS_1 AWS::S3::Bucket a.json Bucket: Open.'],
      unused: [expect.any(String)],
    });
  },
);
