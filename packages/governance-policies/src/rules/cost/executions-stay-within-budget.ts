import { INSTANCE_PRICES, type Path } from '@millrace/schema';
import { z } from 'zod';
import { executionCost } from '../../costs/execution-cost.js';
import { defineRule } from '../../rule/define-rule.js';
import type { PolicyContext } from '../../rule/policy-context.js';
import { unprovable, violation } from '../../rule/tell.js';

interface Budget {
  readonly path: Path;
  /** US dollars for one execution. */
  readonly dollars: number;
}

/** MR-CST-002 */
export const executionsStayWithinBudget = defineRule({
  id: 'MR-CST-002',
  profiles: { cost: 'warning' },
  title: 'an execution cannot cost more than its budget',
  checks:
    'Price × machines × MaxRuntimeInSeconds × retries of all jobs, of tuning × MaxNumberOfTrainingJobs, of conditions the dearer branch, against "budget: perRunUsd:" of the environment. Without a budget there is nothing to compare with; a type or region without a known price is told as not known.',
  why: 'A job that hangs is billed until its limit. What that limit costs is seldom worked out before the bill comes.',
  fix: {
    kind: 'none',
    how: 'shorten MaxRuntimeInSeconds, take fewer or smaller machines, or raise "budget:" of the environment',
  },
  source: `AWS Price List of ${INSTANCE_PRICES.region}, ${INSTANCE_PRICES.date}; Well-Architected ML Lens MLCOST-09`,
  options: z.strictObject({
    prices: z
      .record(z.string(), z.number().nonnegative())
      .default({})
      .describe(
        `US dollars for an hour of one machine by instance type, as {"ml.m7i.large": 0.121}: over the price list of ${INSTANCE_PRICES.region} of ${INSTANCE_PRICES.date}, and in its place in other regions.`,
      ),
  }),
  subjects: budgets,
  judge: function* ({ path, dollars }, context, { prices }) {
    const region = context.deployValue('region');
    const listed = region === INSTANCE_PRICES.region ? { ...INSTANCE_PRICES.hourly, ...prices } : prices;
    const { known, unknown, dearest } = executionCost(context, (type) =>
      Object.hasOwn(listed, type) ? listed[type] : undefined,
    );
    const budget = `the budget of "${context.environment?.name}" is ${usd(dollars)}`;
    const list = `prices of ${region ?? 'no region'} as of ${INSTANCE_PRICES.date}`;
    const mostly = `"${dearest.step}" alone ${usd(dearest.dollars)}`;
    if (known.usual > dollars) {
      yield violation(`an execution may cost ${usd(known.usual)} (${list}), ${mostly}, and ${budget}`, { path });
    } else if (known.most > dollars) {
      yield unprovable(`a start may make an execution cost ${usd(known.most)} (${list}), and ${budget}`, { path });
    } else if (unknown !== undefined) {
      yield unprovable(`nobody knows what an execution may cost, and ${budget}: ${unknown}`, { path });
    }
  },
});

function budgets({ environment }: PolicyContext): readonly Budget[] {
  const dollars = environment?.config.budget?.perRunUsd;
  return dollars === undefined ? [] : [{ path: [], dollars }];
}

function usd(dollars: number): string {
  return `$${dollars.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
}
