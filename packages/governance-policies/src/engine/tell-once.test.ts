import { type Diagnostic, DiagnosticCatalogue, type Path, schemaDiagnostics } from '@millrace/schema';
import { expect, it } from 'vitest';
import { GOVERNANCE_RULES } from '../rules/governance-rules.js';
import { findingsUnderTest } from '../testing/definition-under-test.js';
import { tellOnce } from './tell-once.js';

const findings = findingsUnderTest({
  Version: '2020-12-01',
  Parameters: [{ Name: 'Unused', Type: 'String' }],
  Steps: [
    {
      Name: 'Train',
      Type: 'Training',
      Arguments: { AlgorithmSpecification: { TrainingImage: '111122223333.dkr.ecr.us-east-1.amazonaws.com/x:latest' } },
    },
  ],
}).filter(({ rule }) => rule === 'MR-PAR-001' || rule === 'MR-IMG-002');
const IMAGE = ['Steps', 0, 'Arguments', 'AlgorithmSpecification', 'TrainingImage'];

function said(code: string, path: Path, severity: Diagnostic['severity'] = 'warning') {
  const diagnostic = { code, severity, blocking: false, message: '', path };
  const told = tellOnce({ findings, diagnostics: [diagnostic] }, GOVERNANCE_RULES);
  return { rules: told.findings.map(({ rule }) => rule), codes: told.diagnostics.map((each) => each.code) };
}

it('leaves a remark to the rule that says the same of its place', () => {
  const rules = ['MR-PAR-001', 'MR-IMG-002'].sort();
  expect(findings.map(({ rule }) => rule).sort()).toEqual(rules);
  const codes = (code: string, path: Path) => said(code, path).codes;
  expect(codes('definition/image-may-change', IMAGE)).toEqual([]);
  expect(codes('definition/image-may-change', IMAGE.slice(0, 3))).toEqual([]);
  expect(codes('definition/image-may-change', ['Steps', 1])).toEqual(['definition/image-may-change']);
  expect(codes('definition/secret-in-the-open', IMAGE)).toEqual(['definition/secret-in-the-open']);
  expect(said('definition/image-may-change', IMAGE).rules.sort()).toEqual(rules);
});

it('leaves to SageMaker what it would refuse', () => {
  expect(said('graph/unused-parameter', ['Parameters', 0], 'error')).toEqual({
    rules: ['MR-IMG-002'],
    codes: ['graph/unused-parameter'],
  });
});

it('knows codes that there are', () => {
  const catalogue = new DiagnosticCatalogue(schemaDiagnostics);
  const unknown = GOVERNANCE_RULES.flatMap(({ sameAs = [] }) => sameAs).filter(
    (code) => catalogue.find(code)?.code !== code,
  );
  expect(unknown).toEqual([]);
});
