/** Third-party tools of a scaffolded project, pinned exactly: two people get the same project on different days. */
export const toolVersions = {
  '@types/node': '20.19.43',
  // The command line of the CDK. Version 3 cannot read what this aws-cdk-lib writes, and npm calls that the latest.
  'aws-cdk': '2.1148.1',
  'aws-cdk-lib': '2.276.0',
  'cdk-nag': '3.0.2',
  constructs: '10.8.1',
  // Later ones leave platform builds out of the lock file, and `npm ci` then fails.
  nx: '23.2.1',
  tsx: '4.23.15',
  typescript: '7.0.2',
} as const;
