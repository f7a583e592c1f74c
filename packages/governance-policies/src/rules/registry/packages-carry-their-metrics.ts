import { registrations } from '../../jobs/registrations.js';
import { defineRule } from '../../rule/define-rule.js';
import { violation } from '../../rule/tell.js';

/** MR-REG-004 */
export const packagesCarryTheirMetrics = defineRule({
  id: 'MR-REG-004',
  profiles: { regulated: 'warning' },
  title: 'a registered model carries its metrics and baselines',
  checks: 'ModelMetrics and DriftCheckBaselines of RegisterModel steps.',
  why: 'Whoever approves a version has to see how good it is, and monitoring needs the baselines that it was accepted with.',
  fix: {
    kind: 'none',
    how: 'add ModelMetrics with the report of the evaluation, and DriftCheckBaselines from the check steps',
  },
  source: 'Well-Architected ML Lens MLSEC-06 (lineage); SageMaker developer guide, model registry metrics',
  subjects: registrations,
  judge: function* (job) {
    const missing = ['ModelMetrics', 'DriftCheckBaselines'].filter(
      (member) => job.member([member]).value === undefined,
    );
    if (missing.length > 0) yield violation(`the version carries no ${missing.join(' and no ')}`, { path: job.path });
  },
});
