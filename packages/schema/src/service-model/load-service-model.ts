import type { ServiceModel } from './service-model.js';

/** Loads the service model. It is large, so it is a module of its own that is only read when first asked for. */
export async function loadServiceModel(): Promise<ServiceModel> {
  const { serviceModel } = await import('./generated/service-model-data.js');
  return serviceModel;
}
