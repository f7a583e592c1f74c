/**
 * Families whose every size that SageMaker offers has disks in the host, although their names do not say so with a "d".
 * Source: the instance store volumes in the Amazon EC2 instance types guide, for the families of the SageMaker service
 * model (state of 2026-11).
 */
const FAMILIES: ReadonlySet<string> = new Set([
  ...['g5', 'g6', 'g6e', 'g7', 'g7e'],
  ...['p5', 'p5e', 'p5en', 'p6-b200', 'p6-b300', 'p6e-gb200'],
  ...['trn1', 'trn1n', 'trn2', 'dl1'],
]);

/**
 * Whether machines of an instance type (`ml.g5.xlarge`) store on disks of their host. The hardware encrypts those, and
 * requests with a key for the volume (`VolumeKmsKeyId`, an endpoint configuration's `KmsKeyId`) are refused: "You can't
 * request a KmsKeyId when using an instance type with local storage" (CreateEndpointConfig, CreateTrainingJob). A "d"
 * behind the generation says so by Amazon's naming convention (m5d, c6gd, g4dn, p4de). False for text that is no
 * instance type.
 */
export function hasLocalStorage(instanceType: string): boolean {
  const family = /^ml\.([a-z\d-]+)\./.exec(instanceType)?.[1];
  return family !== undefined && (/^[a-z]+\d+[a-z]*d/.test(family) || FAMILIES.has(family));
}
