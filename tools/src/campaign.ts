import { parseArgs } from 'node:util';
import { runCampaign } from './campaign/run-campaign.js';

// Feeds mutated specs to the compiler: npm run campaign -- --seed 7 --count 2000
const { values } = parseArgs({ options: { seed: { type: 'string' }, count: { type: 'string' } } });
const seed = Number(values.seed ?? 1);
const count = Number(values.count ?? 2_000);
if (!Number.isInteger(seed) || !Number.isInteger(count) || count < 1) {
  console.error('usage: npm run campaign -- [--seed INTEGER] [--count POSITIVE INTEGER]');
  process.exit(2);
}

const { definitions, diagnostics, seconds, broken } = await runCampaign({ seed, count });
for (const { spec, law } of broken.slice(0, 5)) console.log(`--- ${law}\n${spec.slice(0, 4_000)}`);
console.log(
  `seed ${seed}: ${count} mutated specs, ${definitions} compile, ${diagnostics} are refused with diagnostics, ` +
    `${broken.length} break a law; ${seconds.toFixed(1)} s, ${(count / seconds).toFixed(0)} per second`,
);
process.exitCode = broken.length === 0 ? 0 : 1;
