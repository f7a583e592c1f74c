import { bucketPolicyOf, keyPolicyOf, lifecycleRulesOf } from '@millrace/compiler';
import * as kms from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { ArtifactStore } from '../artifact-store/artifact-store.js';
import type { IArtifactStore } from '../artifact-store/store-contract.js';
import { environmentOf } from './check-pipeline-props.js';
import type { MlPipelineProps } from './ml-pipeline-props.js';
import type { PipelineValues } from './pipeline-values.js';

/** The store of a pipeline: the given one, the one that the spec names, or one of its own. */
export function storeOf(scope: Construct, props: MlPipelineProps, { binder }: PipelineValues): IArtifactStore {
  if (props.artifacts !== undefined) return props.artifacts;
  const environment = environmentOf(props);
  const { existingBucket, existingKeyArn, consumerAccounts } = props.source.pipeline.settings.platform;
  if (existingBucket !== undefined) {
    const bucketName = binder.text(existingBucket.name);
    const keyArn = binder.text(existingBucket.keyArn);
    return ArtifactStore.fromExisting(scope, 'Artifacts', { bucketName, keyArn, environment });
  }
  return new ArtifactStore(scope, 'Artifacts', {
    environment,
    consumers: consumerAccounts.map((each) => ({ account: binder.text(each) })),
    ...(existingKeyArn !== undefined && { key: kms.Key.fromKeyArn(scope, 'Key', binder.text(existingKeyArn)) }),
  });
}

/** Adds to the store what the pipeline asks of it; its roles are known by now. */
export function useStore(store: IArtifactStore, { source }: MlPipelineProps, { renderer }: PipelineValues): void {
  store.serve({
    renderer,
    bucketPolicy: bucketPolicyOf(source.pipeline),
    keyPolicy: keyPolicyOf(source.pipeline),
    lifecycleRules: lifecycleRulesOf(source.pipeline, store.environment),
  });
}
