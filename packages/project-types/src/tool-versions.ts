/** Third-party tools of a scaffolded project, pinned exactly: two people get the same project on different days. */
export const toolVersions = {
  // Later ones leave platform builds out of the lock file, and `npm ci` then fails.
  nx: '23.2.1',
} as const;
