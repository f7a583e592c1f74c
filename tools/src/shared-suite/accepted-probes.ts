/** The probes that compile, by their id. */
export const ACCEPTED_PROBES = {
  A: 'A-iso-step-without-pipeline-net.yaml',
  AA: 'AA-vpc-without-traffic-flag.yaml',
  F: 'F-ssm-subnets.yaml',
  G: 'G-ssm-image.yaml',
  M: 'M-mpg-name.yaml',
  O4: 'O4-numeric-hyperparameter.yaml',
  P: 'P-ssm-account.yaml',
  S: 'S-forward-ref.yaml',
  Y: 'Y-not-equals.yaml',
  Z: 'Z-nested-cond.yaml',
  Z4: 'Z4-ref-from-branch.yaml',
  Z8: 'Z8-default-bucket-placeholder.yaml',
} as const;
