const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space is left on the disk',
  EDQUOT: 'the disk quota is used up',
  EEXIST: 'something else is in its place',
  ENOTDIR: 'a part of its path is a file, not a directory',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its symbolic links go in circles',
  EIO: 'the disk reports an error',
  EMFILE: 'too many files are open',
};

/** What the operating system said, in words. */
export function describeSystemError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}

/** True when the operating system refused something for a reason that lies outside of this program. */
export function isRefusedBySystem(error: unknown): boolean {
  return error instanceof Error && 'code' in error && Object.hasOwn(REASONS, String(error.code));
}
