import { hasGateBefore } from '@millrace/schema';
import { registrations } from '../../jobs/registrations.js';
import { defineRule } from '../../rule/define-rule.js';
import { violation } from '../../rule/tell.js';

/** MR-REG-003 */
export const registrationsPassAGate = defineRule({
  id: 'MR-REG-003',
  profiles: { baseline: 'error' },
  title: 'a model is registered only after something that could have stopped it',
  checks:
    'A condition around the RegisterModel step or around what it waits for, a check that fails on violations, or an answer from outside before it.',
  why: 'Without a gate every model that can be trained reaches the registry, a bad one included, and people learn to approve without looking.',
  fix: {
    kind: 'none',
    how: 'evaluate the model, and put the registration into a branch of a condition on its quality',
  },
  source: 'Well-Architected ML Lens MLREL-08 (validate models before they are used); rule R92 of Millrace',
  sameAs: ['definition/approved-without-gate'],
  subjects: registrations,
  judge: function* ({ placed, path }, { definition }) {
    if (!hasGateBefore(placed, definition)) {
      yield violation('nothing that could have stopped the model stands before its registration', { path });
    }
  },
});
