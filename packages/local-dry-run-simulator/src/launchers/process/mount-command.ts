/*
 * Makes the sandbox's /opt/ml the machine's /opt/ml, for one process tree only: in a user and mount namespace an
 * ordinary user may mount. What else is in /opt stays visible: Python itself may live there. One overlay does that; where
 * the kernel has none for users, or where other file systems are mounted in /opt, each entry is bound by itself.
 * Arguments: sandbox, folder to start in, program…  Paths of the sandbox are relative, since it may itself lie in /opt.
 */
const SCRIPT = `
set -e
cd "$1"
layered=yes
while read -r _ _ _ _ point _; do
  case "$point" in /opt/*) layered= ;; esac
done < /proc/self/mountinfo
if [ -d /opt/ml ]; then
  mount --no-canonicalize --bind opt/ml /opt/ml
elif [ -z "$layered" ] || ! mount -t overlay overlay -o userxattr,lowerdir=/opt,upperdir=opt,workdir=opt-work /opt 2>/dev/null; then
  mount --no-canonicalize --rbind /opt host-opt
  mount -t tmpfs tmpfs /opt
  for entry in host-opt/* host-opt/.[!.]*; do
    name="\${entry##*/}"
    if [ -L "$entry" ]; then cp -P "$entry" "/opt/$name"
    elif [ -d "$entry" ]; then mkdir "/opt/$name"; mount --no-canonicalize --rbind "$entry" "/opt/$name"
    elif [ -e "$entry" ]; then : > "/opt/$name"; mount --no-canonicalize --bind "$entry" "/opt/$name"
    fi
  done
  mkdir /opt/ml
  mount --no-canonicalize --rbind opt/ml /opt/ml
fi
if [ -n "$3" ]; then ip link set lo up 2>/dev/null || true; fi
: > mounted
cd "$2"
shift 3
exec "$@"
`;

/** A file of the sandbox that appears once mounting is done and the program is about to start. */
export const MOUNTED_MARKER = '/mounted';

/** What to run inside of the namespaces. */
export interface MountedCommand {
  readonly sandbox: string;
  /** A path inside of the container, or of this machine. */
  readonly workingFolder: string;
  /** No network but the loopback device. */
  readonly isolated: boolean;
  readonly argv: readonly string[];
}

/**
 * The command that runs a program with the sandbox at /opt/ml, without root and without touching the machine's /opt.
 * `--kill-child`: the whole process tree, whatever it has forked, ends with its first process.
 */
export function mountCommand({
  sandbox,
  workingFolder,
  isolated,
  argv,
}: MountedCommand): readonly [string, ...string[]] {
  const namespaces = [
    '--user',
    '--map-root-user',
    '--mount',
    '--pid',
    '--fork',
    '--kill-child',
    ...(isolated ? ['--net'] : []),
  ];
  return [
    'unshare',
    ...namespaces,
    '/bin/sh',
    '-c',
    SCRIPT,
    'sh',
    sandbox,
    workingFolder,
    isolated ? 'isolated' : '',
    ...argv,
  ];
}
