import type { ContainerPlanner } from './container-planner.js';
import { processingPlanner } from './processing.js';
import { trainingPlanner } from './training.js';
import { transformPlanner } from './transform.js';

/** The list of container plans, by step type. */
const CONTAINER_PLANNERS: Readonly<Record<string, ContainerPlanner>> = {
  Processing: processingPlanner,
  Training: trainingPlanner,
  Transform: transformPlanner,
};

/** How jobs of the type run in containers; undefined for types whose jobs Millrace does not model. */
export function containerPlannerOf(type: string): ContainerPlanner | undefined {
  return Object.hasOwn(CONTAINER_PLANNERS, type) ? CONTAINER_PLANNERS[type] : undefined;
}
