import type { Path } from '@millrace/schema';
import { scriptedJobs } from '../../jobs/scripted-jobs.js';
import { defineRule } from '../../rule/define-rule.js';
import type { ScriptFile } from '../../rule/local-scripts.js';
import type { PolicyContext } from '../../rule/policy-context.js';
import { violation } from '../../rule/tell.js';

interface Requirements {
  readonly file: ScriptFile;
  readonly path: Path;
}

/** MR-COD-002 */
export const requirementsAreLockedByHash = defineRule({
  id: 'MR-COD-002',
  profiles: { regulated: 'warning' },
  title: 'packages that a container installs are locked by their hash',
  checks: 'Every requirement of requirements.txt among local scripts has a version and --hash.',
  why: 'What is installed at the start of a job is whatever the index serves that day: a new release, or one that somebody has taken over. The job runs it with the role and the data.',
  fix: { kind: 'none', how: 'make the file with pip-compile --generate-hashes, or bring the packages in the image' },
  source: 'pip documentation, secure installs (--require-hashes)',
  subjects: requirementFiles,
  judge: function* ({ file, path }) {
    const open = requirementsIn(file.text).filter((line) => !/==[^\s;]+.*--hash=\w+:/.test(line));
    if (open.length === 0) return;
    // A package may stand there once for each Python.
    const names = [...new Set(open.map((line) => /^[\w.-]+/.exec(line)?.[0] ?? line))];
    const shown = `${names.slice(0, 5).join(', ')}${names.length > 5 ? ', …' : ''}`;
    yield violation(`${file.path} does not lock ${shown} by hash`, { path });
  },
});

function requirementFiles(context: PolicyContext): readonly Requirements[] {
  return scriptedJobs(context).flatMap(({ files, path }) =>
    files.filter((file) => /(?:^|\/)requirements\.txt$/.test(file.path)).map((file) => ({ file, path })),
  );
}

/** One line a requirement; comments, empty lines and options of the file are left out. */
function requirementsIn(text: string): readonly string[] {
  return text
    .replace(/\\\r?\n/g, ' ')
    .split(/\r?\n/)
    .map((line) => line.replace(/(?:^|\s)#.*$/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('-'));
}
