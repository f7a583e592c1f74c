import { parseArgs } from 'node:util';
import { CAMPAIGN_SUBJECTS, campaignSubjects } from './campaign/campaign-subjects.js';
import { runGuardedCampaign } from './campaign/guarded-campaign.js';
import { hasCorpus } from './campaign/mutated-definitions.js';
import { mutantsFrom } from './campaign/run-campaign.js';

// Feeds mutated texts to the stages: npm run campaign -- --of specs --seed 7 --count 2000
// The text of one mutant: npm run campaign -- --of specs --seed 7 --show 1234
const { values } = parseArgs({
  options: { of: { type: 'string' }, seed: { type: 'string' }, count: { type: 'string' }, show: { type: 'string' } },
});
const seed = Number(values.seed ?? 1);
const count = Number(values.count ?? 2_000);
const subjects = CAMPAIGN_SUBJECTS.filter((name) => values.of === undefined || values.of === name);
if (!Number.isInteger(seed) || !Number.isInteger(count) || count < 1 || subjects.length === 0) {
  const of = CAMPAIGN_SUBJECTS.join('|');
  console.error(`usage: npm run campaign -- [--of ${of}] [--seed INTEGER] [--count POSITIVE INTEGER | --show NUMBER]`);
  process.exit(2);
}

for (const name of subjects) {
  if (name === 'corpus' && !hasCorpus()) {
    console.log('corpus: not run, ../shared is absent');
    continue;
  }
  const subject = await campaignSubjects[name]();
  if (values.show !== undefined) {
    for (const { text } of mutantsFrom(subject.mutants, { seed, from: Number(values.show), count: 1 }))
      console.log(text);
    continue;
  }
  const start = performance.now();
  const { accepted, refused, broken, peakMegabytes } = await runGuardedCampaign(name, { seed, count });
  const seconds = (performance.now() - start) / 1_000;
  for (const { number, text, law } of broken.slice(0, 5)) console.log(`--- ${number}: ${law}\n${text.slice(0, 4_000)}`);
  if (broken.length > 5)
    console.log(`--- and ${broken.length - 5} more: ${broken.map((each) => each.number).join(' ')}`);
  console.log(
    `seed ${seed}: ${count} ${subject.what}, ${accepted} accepted, ${refused} refused with diagnostics, ` +
      `${broken.length} break a law; ${seconds.toFixed(1)} s, ${(count / seconds).toFixed(0)} per second, ` +
      `at most ${peakMegabytes} MB`,
  );
  if (broken.length > 0) process.exitCode = 1;
}
