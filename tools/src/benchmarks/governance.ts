import { performance } from 'node:perf_hooks';
import {
  checkDefinitionPolicies,
  GOVERNANCE_RULES,
  type PolicyEnvironment,
  policyOf,
} from '@millrace/governance-policies';
import { GOVERNANCE_PROFILES, type PipelineDefinition, projectConfigSchema } from '@millrace/schema';
import { grownDefinition } from './grown-definition.js';
import { describeFigures, GROWTH_AIM, type Grown, type ScalingFigure, timesBySize } from './time-by-size.js';

/** How long all governance rules take. */
export interface GovernanceFigures {
  /** The first check of this process, of a definition of a hundred steps; in milliseconds. */
  readonly first: number;
  /** The fastest of many later ones: whatever else the machine does only adds to it. */
  readonly warm: number;
  /** Medians, once the engine has compiled the rules. */
  readonly growth: readonly ScalingFigure[];
}

/** The aim of the fifth issue for all rules on a hundred steps, in milliseconds. */
export const HUNDRED_STEPS_AIM = 50;

const WARM_RUNS = 30;
const SIZES = [100, 1_000, 10_000] as const;

/** All rules, those on limits of an environment included: it has every limit that a config may name. */
const RULES = policyOf({ rules: GOVERNANCE_RULES, profiles: GOVERNANCE_PROFILES }).value ?? [];
const LIMITS = {
  account: '111122223333',
  region: 'us-east-1',
  vpc: { subnetIds: ['subnet-0a1b2c3d'], securityGroupIds: ['sg-0a1b2c3d'] },
  buckets: { pipeline: 'grown' },
  allowedInstances: ['ml.m5.large'],
  budget: { perRunUsd: 5 },
};

/** All rules over the definition of a grown pipeline, symbolic, in memory. */
export async function measureGovernance(runs = 5): Promise<GovernanceFigures> {
  const environment = environmentOf();
  const grown: Grown<PipelineDefinition>[] = [];
  for (const steps of SIZES) grown.push({ steps, input: await grownDefinition(steps) });
  const govern = (definition: PipelineDefinition) => {
    const findings = checkDefinitionPolicies(definition, { policy: RULES, environment });
    if (findings.length === 0) throw new Error('the rules find nothing in the grown definition, which names no VPC');
  };
  const [smallest] = grown;
  if (smallest === undefined) throw new Error('there are no sizes');
  const time = () => {
    const start = performance.now();
    govern(smallest.input);
    return performance.now() - start;
  };
  const first = time();
  const warm = Math.min(...Array.from({ length: WARM_RUNS }, time));
  return { first, warm, growth: await timesBySize(grown, govern, runs) };
}

/** The lines that `npm run bench` prints. */
export function describeGovernance({ first, warm, growth }: GovernanceFigures): string {
  return [
    `all ${RULES.length} governance rules on 100 steps: first ${first.toFixed(0)} ms, then ${warm.toFixed(1)} ms (aim: under ${HUNDRED_STEPS_AIM} ms)`,
    `by number of steps (aim: at most ${GROWTH_AIM} times for ten times the steps):`,
    ...describeFigures(growth),
  ].join('\n');
}

function environmentOf(): PolicyEnvironment {
  const { bench } = projectConfigSchema.parse({ environments: { bench: LIMITS } }).environments;
  if (bench === undefined) throw new Error('the environment was not read');
  return { name: 'bench', config: bench };
}
