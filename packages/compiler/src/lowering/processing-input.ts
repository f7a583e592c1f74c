import type { Draft } from './draft.js';

/** A ProcessingInput as the SageMaker SDK writes it. */
export function processingInput(name: string, uri: Draft | undefined, localPath: Draft): Draft {
  return {
    InputName: name,
    AppManaged: false,
    S3Input: {
      S3Uri: uri,
      LocalPath: localPath,
      S3DataType: 'S3Prefix',
      S3InputMode: 'File',
      S3DataDistributionType: 'FullyReplicated',
    },
  };
}
