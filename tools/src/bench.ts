import { describeProcessRun, measureProcessRun } from './benchmarks/process-run.js';
import { describeStartUp, measureStartUp } from './benchmarks/start-up.js';

/**
 * What `npm run bench` measures: each gives one line. Every figure is a ratio measured in one run, because machines
 * are noisy.
 */
const benchmarks: readonly (() => string | Promise<string>)[] = [
  () => describeStartUp(measureStartUp()),
  async () => describeProcessRun(await measureProcessRun()),
];

for (const benchmark of benchmarks) console.log(await benchmark());
