import { describe, expect, it } from 'vitest';
import { formatPath } from '../diagnostics/format-path.js';
import { SourceNumber } from '../source/source-number.js';
import { governanceSettings } from './governance-settings.js';
import { placeIssues } from './place-issues.js';
import { projectConfigSchema } from './project-config.js';

function problemsOf(given: unknown): readonly string[] {
  const { error } = governanceSettings.safeParse(given);
  if (error === undefined) return [];
  return placeIssues(error).map(({ problem, place }) => `${formatPath(place.path)}: ${problem}`);
}

describe('settings of the governance rules', () => {
  it('are profiles, severities and options of rules', () => {
    const maxDays = new SourceNumber('30');
    expect(
      governanceSettings.parse({
        profiles: ['regulated', 'cost'],
        rules: {
          'MR-NET-001': 'off',
          'MR-IMG-003': { severity: 'warning', registries: ['111122223333'] },
          'ACME-X-1': { maxDays },
        },
      }),
    ).toEqual({
      profiles: ['regulated', 'cost'],
      rules: {
        'MR-NET-001': { severity: 'off', options: {} },
        'MR-IMG-003': { severity: 'warning', options: { registries: ['111122223333'] } },
        'ACME-X-1': { options: { maxDays } },
      },
    });
  });

  it.each([
    [{ profiles: ['strict'] }, 'profiles[0]: expected baseline, regulated or cost'],
    [{ profiles: [] }, 'profiles: expected a list of 1 to 3'],
    [{ rules: { 'MR-NET-001': 'warn' } }, 'rules.MR-NET-001: expected a severity; allowed: off, info, warning, error'],
    [{ rules: { 'MR-NET-001': { severity: 'of' } } }, 'rules.MR-NET-001: expected a severity; did you mean "off"?'],
    [{ rules: { net1: 'off' } }, 'rules.net1: "net1" is no id of a rule; write it as MR-NET-001'],
    [{ rule: {} }, 'rule: "rule" is not a key here; did you mean "rules"?'],
  ])('%j is refused', (given, problem) => {
    expect(problemsOf(given)).toEqual([problem]);
  });

  it('stand in the project and in its environments', () => {
    const config = projectConfigSchema.parse({
      governance: { profiles: ['baseline'] },
      environments: { prod: { governance: { profiles: ['regulated'] } } },
    });
    expect([config.governance?.profiles, config.environments['prod']?.governance?.profiles]).toEqual([
      ['baseline'],
      ['regulated'],
    ]);
  });
});
