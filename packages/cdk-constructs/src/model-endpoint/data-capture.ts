import type { CfnEndpointConfig } from 'aws-cdk-lib/aws-sagemaker';
import { outOfRange } from '../refuse/out-of-range.js';
import type { WrongProp } from '../refuse/refuse.js';
import type { RoleStatement } from '../role-policy/role-policy.js';
import type { ResultKind, ResultStore } from './result-store.js';

/** What of the traffic is kept, for monitoring and for the next training. */
export interface DataCapture {
  /**
   * Percentage of requests, 0 to 100.
   * @default 100
   */
  readonly samplingPercentage?: number;
  /** @default ['Input', 'Output'] */
  readonly modes?: readonly ('Input' | 'Output')[];
  /**
   * Content types that are kept as text; others become base64.
   * @default ['text/csv']
   */
  readonly csvContentTypes?: readonly string[];
  /** @default ['application/json'] */
  readonly jsonContentTypes?: readonly string[];
}

/** Captured data lies below `data/endpoint-data-capture/<endpoint>`. */
export const CAPTURE: ResultKind = 'endpoint-data-capture';

/** CreateEndpointConfig's member, with the store's own key: another one is refused by the bucket's policy. */
export function dataCaptureMember(
  capture: DataCapture,
  results: ResultStore,
): CfnEndpointConfig.DataCaptureConfigProperty {
  const { samplingPercentage = 100, modes = ['Input', 'Output'] } = capture;
  const { csvContentTypes = ['text/csv'], jsonContentTypes = ['application/json'] } = capture;
  return {
    enableCapture: true,
    initialSamplingPercentage: samplingPercentage,
    destinationS3Uri: results.uri(CAPTURE),
    kmsKeyId: results.store.key.keyArn,
    captureOptions: modes.map((captureMode) => ({ captureMode })),
    captureContentTypeHeader: { csvContentTypes: [...csvContentTypes], jsonContentTypes: [...jsonContentTypes] },
  };
}

export function dataCaptureStatements(results: ResultStore): readonly RoleStatement[] {
  return [
    {
      sid: 'WriteCapturedData',
      actions: ['s3:PutObject', 's3:AbortMultipartUpload'],
      resources: [results.objects(CAPTURE)],
      wildcard: 'SageMaker names captured files by variant and hour; the prefix is exact.',
    },
  ];
}

export function wrongDataCapture(capture: DataCapture | undefined): readonly WrongProp[] {
  if (capture === undefined) return [];
  const wrong = outOfRange('dataCapture.samplingPercentage', capture.samplingPercentage, { min: 0, max: 100 });
  if (capture.modes?.length !== 0) return wrong;
  return [...wrong, { prop: 'dataCapture.modes', given: [], allowed: 'Input, Output or both', help: 'Name one.' }];
}
