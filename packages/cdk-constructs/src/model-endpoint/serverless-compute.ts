import { outOfRange } from '../refuse/out-of-range.js';
import type { WrongProp } from '../refuse/refuse.js';
import type { EndpointCompute, EndpointWatch, VariantMembers } from './endpoint-compute.js';

/** Settings of {@link ServerlessCompute}. */
export interface ServerlessComputeProps {
  /** Memory in MB: 1024, 2048, 3072, 4096, 5120 or 6144 (ServerlessConfig). */
  readonly memorySizeInMb: number;
  /** Invocations at the same time, 1 to 200; further ones are throttled. */
  readonly maxConcurrency: number;
  /**
   * Invocations that are kept warm, 1 to `maxConcurrency`. Billed while they wait.
   * @default - none: the first request after a pause waits for a cold start
   */
  readonly provisionedConcurrency?: number;
}

const EXCLUDED =
  'Serverless Inference supports neither VPC configuration, network isolation nor data capture ' +
  '(Amazon SageMaker developer guide, "Deploy models with Serverless Inference", feature exclusions)';

const MEMORY_SIZES = [1024, 2048, 3072, 4096, 5120, 6144];

/** No machines of one's own: billed by use, down to nothing. CPU only, models and images up to a few GB. */
export class ServerlessCompute implements EndpointCompute {
  readonly kind = 'serverless';
  readonly refused = {
    network: EXCLUDED,
    dataCapture: EXCLUDED,
    canaryInstances: 'a serverless variant has no instances to count (ServerlessConfig)',
  };
  readonly watches: readonly EndpointWatch[] = ['requests'];
  readonly resultKinds = [];
  readonly invokeAction = 'sagemaker:InvokeEndpoint';
  readonly fixedInstances = undefined;
  // SageMaker keeps a copy of the image; "SageMaker uses this key to encrypt your Amazon ECR image" (Create a
  // serverless endpoint).
  readonly takesVolumeKey = true;
  readonly keepsScaledCapacity = false;

  constructor(private readonly props: ServerlessComputeProps) {}

  wrongProps(): readonly WrongProp[] {
    const { memorySizeInMb, maxConcurrency, provisionedConcurrency } = this.props;
    const wrong = [
      ...outOfRange('compute.maxConcurrency', maxConcurrency, { min: 1, max: 200 }),
      ...outOfRange('compute.provisionedConcurrency', provisionedConcurrency, { min: 1, max: maxConcurrency }),
    ];
    if (MEMORY_SIZES.includes(memorySizeInMb)) return wrong;
    const allowed = `one of ${MEMORY_SIZES.join(', ')}`;
    return [
      ...wrong,
      { prop: 'compute.memorySizeInMb', given: memorySizeInMb, allowed, help: 'Take the next larger.' },
    ];
  }

  variant(): VariantMembers {
    const { memorySizeInMb, maxConcurrency, provisionedConcurrency } = this.props;
    return {
      serverlessConfig: {
        memorySizeInMb,
        maxConcurrency,
        ...(provisionedConcurrency !== undefined && { provisionedConcurrency }),
      },
    };
  }
}
