/** What the machines of an instance type have, as far as it decides on an image. */
export type InstanceAccelerator = 'cpu' | 'gpu' | 'arm64' | 'neuron';

/**
 * Reads the accelerator off an instance type, as the SageMaker SDK does: families that begin with p or g have GPUs.
 * The SDK lists a few families with Graviton processors; here it is a "g" behind the generation, as in m7g and c6gn.
 * Undefined for text that is no instance type.
 */
export function acceleratorOf(instanceType: string): InstanceAccelerator | undefined {
  const family = /^ml\.([a-z\d-]+)\./.exec(instanceType)?.[1];
  if (family === undefined) return undefined;
  if (/^(inf|trn)/.test(family)) return 'neuron';
  if (/^[a-z]+\d+g/.test(family)) return 'arm64';
  return /^[gp]/.test(family) ? 'gpu' : 'cpu';
}
