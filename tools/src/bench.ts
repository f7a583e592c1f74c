import { describeGovernance, measureGovernance } from './benchmarks/governance.js';
import { describeProcessRun, measureProcessRun } from './benchmarks/process-run.js';
import { describeScaling, measureScaling } from './benchmarks/scaling.js';
import { describeStartUp, measureStartUp } from './benchmarks/start-up.js';
import { describeSynth, measureSynth } from './benchmarks/synth.js';

/**
 * What `npm run bench` measures, by name: each gives a line or a short table. Figures are ratios measured in one run where
 * there is something to compare with, because machines are noisy.
 */
const benchmarks: Readonly<Record<string, () => string | Promise<string>>> = {
  'start-up': () => describeStartUp(measureStartUp()),
  scaling: async () => describeScaling(await measureScaling()),
  governance: async () => describeGovernance(await measureGovernance()),
  'process-run': async () => describeProcessRun(await measureProcessRun()),
  synth: () => describeSynth(measureSynth()),
};

/** Runs the named benchmarks, or all. */
async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !(name in benchmarks));
  if (unknown.length > 0) {
    console.error(`There is no benchmark ${unknown.join(', ')}; there are ${Object.keys(benchmarks).join(', ')}.`);
    process.exitCode = 2;
    return;
  }
  for (const [name, run] of Object.entries(benchmarks))
    if (names.length === 0 || names.includes(name)) console.log(await run());
}

await main(process.argv.slice(2));
