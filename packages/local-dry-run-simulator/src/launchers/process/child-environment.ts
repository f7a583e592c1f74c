import { delimiter } from 'node:path';

/** Variables of this machine that a script may see: where programs are, how text and time look, how to reach packages. */
const KEPT =
  /^(PATH|LANG|LANGUAGE|LC_\w+|TZ|TERM|TMPDIR|TEMP|TMP|SYSTEMROOT|LD_LIBRARY_PATH|PIP_\w+|UV_\w+|SSL_CERT_\w+|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|(HTTP|HTTPS|ALL|NO)_PROXY)$/i;

/** What a job's environment is made of. */
export interface ChildEnvironmentParts {
  /** The environment that Millrace itself has. */
  readonly own: NodeJS.ProcessEnv;
  /** Folders of the Python environment's programs. */
  readonly binFolders: readonly string[];
  readonly home: string;
  readonly region: string;
  /** Variables of the job. */
  readonly job: Readonly<Record<string, string>>;
  /** No network. */
  readonly isolated: boolean;
}

/**
 * The environment of a script: that of its job, and of this machine only what is named above. No AWS credentials,
 * profiles or endpoints reach it; the home folder is an empty one, so that `~/.aws` does not either.
 */
export function childEnvironment({
  own,
  binFolders,
  home,
  region,
  job,
  isolated,
}: ChildEnvironmentParts): Record<string, string> {
  const kept = Object.entries(own).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && KEPT.test(entry[0]),
  );
  return {
    ...Object.fromEntries(kept),
    HOME: home,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    // Otherwise the SDKs would ask the instance metadata service of an EC2 machine for credentials.
    AWS_EC2_METADATA_DISABLED: 'true',
    PYTHONUNBUFFERED: '1',
    PIP_DISABLE_PIP_VERSION_CHECK: '1',
    PIP_ROOT_USER_ACTION: 'ignore',
    ...(isolated ? { PIP_NO_INDEX: '1' } : {}),
    // Inside of a user namespace only one owner exists.
    TAR_OPTIONS: '--no-same-owner',
    ...job,
    PATH: [...binFolders, job['PATH'] ?? own['PATH'] ?? '/usr/local/bin:/usr/bin:/bin'].join(delimiter),
  };
}
