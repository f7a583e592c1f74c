import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folder of an environment that stands before its `bin` on PATH. */
export const SHIM_FOLDER = 'shim';

/*
 * Start scripts install their requirements at the beginning of every job, in a container that is new each time. Here they
 * are installed already; that pip finds this out takes longer than many a script. So `pip install -r FILE` is answered
 * at once when FILE is what the environment was made from, and everything else goes to pip itself.
 */
const SHIM = `#!/bin/sh
root="\${0%/*}"
file=
previous=
for argument in "$@"; do
  case "$argument" in
    install|-r|--requirement|-q|--quiet|--no-cache-dir|--no-input|--disable-pip-version-check) ;;
    *) if [ -z "$file" ] && { [ "$previous" = -r ] || [ "$previous" = --requirement ]; }; then file="$argument"; else file=/; fi ;;
  esac
  previous="$argument"
done
if [ "$1" = install ] && [ -f "$file" ]; then
  for known in "$root"/requirements-*.txt; do
    if cmp -s "$file" "$known"; then echo "Requirements already satisfied: $file"; exit 0; fi
  done
fi
exec "$root/../bin/python3" -m pip "$@"
`;

/* The same for `python3 -m pip install -r FILE`; everything else is Python's own business. */
const PYTHON_SHIM = `#!/bin/sh
root="\${0%/*}"
if [ "$1" = -m ] && [ "$2" = pip ]; then shift 2; exec "$root/pip" "$@"; fi
exec "$root/../bin/python3" "$@"
`;

const INCLUDES = /^\s*(-r|-c|--requirement|--constraint)\b/m;

/** Writes `pip` and `python3` that know what is installed, beside copies of the requirements files. */
export function writePipShim(environment: string, requirements: readonly string[]): void {
  const folder = join(environment, SHIM_FOLDER);
  mkdirSync(folder);
  for (const name of ['pip', 'pip3']) writeFileSync(join(folder, name), SHIM, { mode: 0o755 });
  for (const name of ['python', 'python3']) writeFileSync(join(folder, name), PYTHON_SHIM, { mode: 0o755 });
  // A file that includes others is not told by its own text.
  const plain = requirements.filter((file) => !INCLUDES.test(readFileSync(file, 'utf8')));
  for (const [index, file] of plain.entries()) copyFileSync(file, join(folder, `requirements-${index}.txt`));
}
