import { artifactKey } from '@millrace/schema';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as s3 from 'aws-cdk-lib/aws-s3';

/** A store of artifacts, as far as an endpoint needs it; an `IArtifactStore` is one. */
export interface EndpointStore {
  readonly bucket: s3.IBucket;
  readonly key: kms.IKey;
  /** First segment of all keys, as `prod`. */
  readonly environment: string;
}

/** Whose results lie where. */
export interface ResultStoreProps {
  readonly store: EndpointStore;
  readonly pipelineName: string;
  readonly endpointName: string;
}

/**
 * Where an endpoint leaves what it captures and answers: `<environment>/<pipeline>/data/<what>/<endpoint>` of the
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
  prefix(what: string): string {
    const { store, pipelineName, endpointName } = this.#names;
    const owner = { environment: store.environment, pipeline: [pipelineName] };
    return artifactKey(owner, 'data', [what, endpointName]).join('');
  }

  uri(what: string): string {
    return this.store.bucket.s3UrlForObject(this.prefix(what));
  }

  /** All objects of a kind, as an ARN of a policy. */
  objects(what: string): string {
    return this.store.bucket.arnForObjects(`${this.prefix(what)}/*`);
  }
}
