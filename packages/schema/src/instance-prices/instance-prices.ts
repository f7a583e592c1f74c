/** What machines cost, as somebody read it on one day: prices change, so whoever uses them says from when they are. */
export interface PriceSnapshot {
  /** Day of the price list, `YYYY-MM-DD`. */
  readonly date: string;
  /** The AWS region, as `us-east-1`. */
  readonly region: string;
  /** US dollars of one machine for one hour, on demand, by instance type. */
  readonly hourly: Readonly<Record<string, number>>;
}

/**
 * On-demand prices of SageMaker training in us-east-1, read from the AWS Price List
 * (`pricing.us-east-1.amazonaws.com/offers/v1.0/aws/AmazonSageMaker/current/us-east-1`) on the day of the list. Processing
 * and batch transform are listed at the same prices for these types. Types on which sources disagree (ml.t3), or whose price
 * nobody has dated (ml.g4dn, ml.p3), are left out: an unknown price is better than a wrong one.
 */
export const INSTANCE_PRICES: PriceSnapshot = {
  date: '2026-04-21',
  region: 'us-east-1',
  hourly: {
    'ml.m5.large': 0.115,
    'ml.m5.xlarge': 0.23,
    'ml.m5.2xlarge': 0.461,
    'ml.m5.4xlarge': 0.922,
    'ml.m5.12xlarge': 2.765,
    'ml.m5.24xlarge': 5.531,
    'ml.c5.xlarge': 0.204,
    'ml.c5.2xlarge': 0.408,
    'ml.c5.4xlarge': 0.816,
    'ml.c5.9xlarge': 1.836,
    'ml.c5.18xlarge': 3.672,
    'ml.r5.large': 0.151,
    'ml.r5.xlarge': 0.302,
    'ml.r5.2xlarge': 0.605,
    'ml.r5.4xlarge': 1.21,
    'ml.g5.xlarge': 1.408,
    'ml.g5.2xlarge': 1.515,
    'ml.g5.4xlarge': 2.03,
    'ml.g5.8xlarge': 3.06,
    'ml.g5.12xlarge': 7.09,
    'ml.g5.16xlarge': 5.12,
    'ml.g5.24xlarge': 10.18,
    'ml.g5.48xlarge': 20.36,
    'ml.g6.xlarge': 1.127,
    'ml.g6.2xlarge': 1.222,
    'ml.g6.4xlarge': 1.654,
    'ml.g6.8xlarge': 2.518,
    'ml.g6.12xlarge': 5.752,
    'ml.g6.24xlarge': 8.344,
    'ml.g6.48xlarge': 16.688,
    'ml.g6e.xlarge': 2.61,
    'ml.g6e.2xlarge': 2.8,
    'ml.g6e.12xlarge': 13.12,
    'ml.g6e.48xlarge': 37.66,
    'ml.p4d.24xlarge': 25.251,
    'ml.p4de.24xlarge': 31.564,
    'ml.p5.48xlarge': 63.296,
    'ml.trn1.2xlarge': 1.54,
    'ml.trn1.32xlarge': 24.73,
  },
};
