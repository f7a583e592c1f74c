import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { CampaignSubjectName } from './campaign-subjects.js';
import type { CampaignRequest, CampaignResult } from './run-campaign.js';

/** A mutant may take this long before its process is ended, in milliseconds; the law is stricter. */
const HANG_MS = 30_000;

/** Heap of the process that judges, in MB: a mutant that needs more ends it. */
const HEAP_MB = 1_024;

const PROGRAM = fileURLToPath(new URL('campaign-process.ts', import.meta.url));

/** What the judging process tells. */
export type CampaignMessage =
  | { readonly started: number }
  | { readonly result: CampaignResult; readonly peakMegabytes: number };

/** What came of a campaign, and the most memory that a judging process took. */
export interface GuardedResult extends CampaignResult {
  readonly peakMegabytes: number;
}

/**
 * Runs a campaign in processes of its own, so that a mutant that hangs or exhausts the memory is told like every other
 * broken law, and the campaign goes on behind it.
 */
export async function runGuardedCampaign(
  subject: CampaignSubjectName,
  { seed, from = 0, count }: CampaignRequest,
): Promise<GuardedResult> {
  const total = { accepted: 0, refused: 0, broken: [] as CampaignResult['broken'][number][], peakMegabytes: 0 };
  const end = from + count;
  for (let next = from; next < end; ) {
    const slice = Math.min(SLICE, end - next);
    const told = await judgeSlice(subject, { seed, from: next, count: slice });
    total.peakMegabytes = Math.max(total.peakMegabytes, told.peakMegabytes);
    total.accepted += told.accepted;
    total.refused += told.refused;
    total.broken.push(...told.broken);
    next = told.next;
  }
  return total;
}

/** Mutants of one process: few enough that a killed process loses little, enough to pay for its start. */
const SLICE = 500;

interface SliceResult extends GuardedResult {
  /** The number of the first mutant that was not judged. */
  readonly next: number;
}

function judgeSlice(subject: CampaignSubjectName, { seed, from = 0, count }: CampaignRequest): Promise<SliceResult> {
  return new Promise((resolve) => {
    const child = fork(PROGRAM, [subject, String(seed), String(from), String(count)], {
      execArgv: [...process.execArgv, `--max-old-space-size=${HEAP_MB}`],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    let current = from;
    let finished: SliceResult | undefined;
    let watchdog = setTimeout(() => child.kill('SIGKILL'), HANG_MS);
    child.on('message', (message: CampaignMessage) => {
      clearTimeout(watchdog);
      if ('started' in message) {
        current = message.started;
        watchdog = setTimeout(() => child.kill('SIGKILL'), HANG_MS);
      } else finished = { ...message.result, peakMegabytes: message.peakMegabytes, next: from + count };
    });
    child.on('exit', (code, signal) => {
      clearTimeout(watchdog);
      resolve(finished ?? lostSlice(current, `its process ended with ${signal ?? code}`));
    });
  });
}

// What the process judged before the mutant that ended it is lost with it: the campaign has failed anyway.
function lostSlice(number: number, law: string): SliceResult {
  const broken = [{ number, text: '(see npm run campaign -- --show)', law }];
  return { accepted: 0, refused: 1, broken, peakMegabytes: 0, next: number + 1 };
}
