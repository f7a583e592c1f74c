import { isJsonObject, type Json, listAt, type Path } from '@millrace/schema';
import type { GovernedJob } from '../../jobs/governed-job.js';
import { governedJobs } from '../../jobs/governed-jobs.js';
import { FREE_MAPS, requestMembers } from '../../jobs/request-members.js';
import { defineRule } from '../../rule/define-rule.js';
import type { PolicyContext } from '../../rule/policy-context.js';
import { tell } from '../../rule/tell.js';
import { judgeText } from '../../values/judge-value.js';

interface ProgramPath {
  readonly kind: 'program' | 'command';
  readonly value: Json;
  readonly path: Path;
}

/** Under these names containers of the SageMaker SDK are told which file of their scripts to start. */
const PROGRAM_NAMES = ['sagemaker_program', 'SAGEMAKER_PROGRAM'];

const UPWARDS = /(?:^|[/\\])\.\.(?:[/\\]|$)/;

/** MR-COD-003 */
export const programsStayAmongTheirScripts = defineRule({
  id: 'MR-COD-003',
  profiles: { baseline: 'error' },
  title: 'the program of a job is a file among its scripts',
  checks:
    'sagemaker_program is relative and goes nowhere upwards, and no word of a command does. Paths of local scripts in a spec are checked by the compiler, against the folder of the spec.',
  why: 'A path that leaves the folder of the scripts starts a file that was neither reviewed nor hashed with them, such as one that came with the data.',
  fix: { kind: 'none', how: 'name the file relative to the folder of the scripts, without ".."' },
  source: 'SageMaker training toolkit and inference toolkit, which join the name to the folder of the scripts; CWE-22',
  subjects: (context) => [...programs(context), ...commands(context)],
  judge: function* ({ kind, value, path }, context) {
    const answer = judgeText(context.read(value), (given = '') => {
      const file = given.replace(/^"|"$/g, '');
      return UPWARDS.test(file) || (kind === 'program' && file.startsWith('/')) ? 'violated' : 'holds';
    });
    // What a start gives is judged by its default; that it might be any text is no reason to doubt it.
    if (answer.verdict === 'violated') {
      yield* tell(answer, { path, violated: 'the path leaves the folder of the scripts', unknown: '' });
    }
  },
});

function programs(context: PolicyContext): readonly ProgramPath[] {
  return requestMembers(context).flatMap(({ name, value, path }) => {
    if (!FREE_MAPS.has(name) || !isJsonObject(value)) return [];
    return PROGRAM_NAMES.flatMap((key) => {
      const program = value[key];
      return program === undefined ? [] : [{ kind: 'program' as const, value: program, path: [...path, key] }];
    });
  });
}

function commands(context: PolicyContext): readonly ProgramPath[] {
  return governedJobs(context).flatMap((job) => [
    ...wordsOf(job, 'AppSpecification'),
    ...wordsOf(job, 'AlgorithmSpecification'),
  ]);
}

function wordsOf({ request, path }: GovernedJob, holder: string): readonly ProgramPath[] {
  return listAt(request, holder, 'ContainerEntrypoint').map((value, index) => ({
    kind: 'command' as const,
    value,
    path: [...path, holder, 'ContainerEntrypoint', index],
  }));
}
