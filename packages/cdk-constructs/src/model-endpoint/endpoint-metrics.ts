import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';

/** Production variant of every endpoint of ours: there is one, and it takes all traffic. */
export const VARIANT_NAME = 'AllTraffic';

/** An endpoint's metrics in CloudWatch; one value a minute ("Metrics for monitoring Amazon SageMaker with CloudWatch"). */
export class EndpointMetrics {
  /** `endpointName`: a literal, so that alarms can exist before the endpoint that they turn back. */
  constructor(private readonly endpointName: string) {}

  /** Of requests: `Invocations`, `Invocation5XXErrors`, `ModelLatency` (microseconds), … */
  ofRequests(metricName: string, options: cloudwatch.MetricOptions = {}): cloudwatch.Metric {
    return this.variantMetric('AWS/SageMaker', metricName, options);
  }

  /** Of machines: `CPUUtilization` (100 for each vCPU), `MemoryUtilization`, `DiskUtilization` (percent). */
  ofMachines(metricName: string, options: cloudwatch.MetricOptions = {}): cloudwatch.Metric {
    return this.variantMetric('/aws/sagemaker/Endpoints', metricName, options);
  }

  /** Of the queue of an asynchronous endpoint: `ApproximateBacklogSize`, `ApproximateAgeOfOldestRequest` (seconds), … */
  ofQueue(metricName: string, options: cloudwatch.MetricOptions = {}): cloudwatch.Metric {
    const { endpointName: EndpointName } = this;
    return metric({ namespace: 'AWS/SageMaker', metricName, dimensionsMap: { EndpointName }, ...options });
  }

  private variantMetric(namespace: string, metricName: string, options: cloudwatch.MetricOptions): cloudwatch.Metric {
    const dimensionsMap = { EndpointName: this.endpointName, VariantName: VARIANT_NAME };
    return metric({ namespace, metricName, dimensionsMap, ...options });
  }
}

function metric(props: cloudwatch.MetricProps): cloudwatch.Metric {
  return new cloudwatch.Metric({ period: Duration.minutes(1), statistic: cloudwatch.Stats.AVERAGE, ...props });
}
