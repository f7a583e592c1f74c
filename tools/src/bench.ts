import { describeProcessRun, measureProcessRun } from './benchmarks/process-run.js';
import { describeScaling, measureScaling } from './benchmarks/scaling.js';
import { describeStartUp, measureStartUp } from './benchmarks/start-up.js';

/**
 * What `npm run bench` measures: each gives a line or a short table. Every figure is a ratio measured in one run, because machines
 * are noisy.
 */
const benchmarks: readonly (() => string | Promise<string>)[] = [
  () => describeStartUp(measureStartUp()),
  async () => describeScaling(await measureScaling()),
  async () => describeProcessRun(await measureProcessRun()),
];

for (const benchmark of benchmarks) console.log(await benchmark());
