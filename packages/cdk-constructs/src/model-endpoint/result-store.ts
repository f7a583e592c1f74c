import type { LifecycleRule } from '@millrace/compiler';
import { artifactKey } from '@millrace/schema';
import type { Duration } from 'aws-cdk-lib';
import type { IArtifactStore } from '../artifact-store/store-contract.js';

/** A store of artifacts, as far as results need it. */
export type EndpointStore = Pick<IArtifactStore, 'bucket' | 'key' | 'environment'>;

/** What an endpoint leaves behind. */
export type ResultKind = 'endpoint-data-capture' | 'async-input' | 'async-output' | 'async-failure';

/** Whose results lie where. */
export interface ResultStoreProps {
  readonly store: EndpointStore;
  readonly pipelineName: string;
  readonly endpointName: string;
}

/**
 * Where an endpoint leaves what it captures and answers: `<environment>/<pipeline>/data/<kind>/<endpoint>` of the
 * artifact layout. It is data: what a model was asked is what the next one learns from.
 */
export class ResultStore {
  readonly store: EndpointStore;
  readonly #names: ResultStoreProps;

  constructor(props: ResultStoreProps) {
    this.store = props.store;
    this.#names = props;
  }

  /** The key prefix of one kind of results, without a slash at the end. */
  prefix(kind: ResultKind): string {
    const { store, pipelineName, endpointName } = this.#names;
    const owner = { environment: store.environment, pipeline: [pipelineName] };
    return artifactKey(owner, 'data', [kind, endpointName]).join('');
  }

  uri(kind: ResultKind): string {
    return this.store.bucket.s3UrlForObject(this.prefix(kind));
  }

  /** All objects of a kind, as an ARN of a policy. */
  objects(kind: ResultKind): string {
    return this.store.bucket.arnForObjects(`${this.prefix(kind)}/*`);
  }

  /** Lets results go at an age, and their versions a day later. */
  expiry(kinds: readonly ResultKind[], age: Duration): readonly LifecycleRule[] {
    return kinds.map((kind) => ({
      id: `${this.#names.endpointName}-${this.store.environment}-${kind}`,
      prefix: `${this.prefix(kind)}/`,
      expireAfterDays: age.toDays(),
      noncurrentVersionDays: 1,
    }));
  }
}
