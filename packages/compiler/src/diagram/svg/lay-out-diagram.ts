import type { Diagram } from '../diagram.js';
import type { DiagramLayout } from './diagram-layout.js';
import { layOutGrid } from './lay-out-grid.js';
import { layOutLayers } from './lay-out-layers.js';
import { sizeDiagram } from './size-diagram.js';

// Ten times SageMaker's quota of steps. The layered layout recurses along paths, and a drawing of thousands of boxes is
// only good for searching in it anyway.
const MOST_LAYERED = 500;

/** Gives everything in a diagram its place. */
export function layOutDiagram(diagram: Diagram): DiagramLayout {
  const sized = sizeDiagram(diagram);
  return sized.nodes.length > MOST_LAYERED ? layOutGrid(sized) : layOutLayers(sized);
}
