import { describeStartUp, measureStartUp } from './benchmarks/start-up.js';

/** What `npm run bench` measures: each gives one line. */
const benchmarks: readonly (() => string | Promise<string>)[] = [() => describeStartUp(measureStartUp())];

for (const benchmark of benchmarks) console.log(await benchmark());
