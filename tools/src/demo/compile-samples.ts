import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../repository.js';
import { headline, show } from './show.js';

const samples = ['mdaa-minimal', 'mdaa-comprehensive'];

/** The members of a definition that the demo counts. */
interface Definition {
  readonly Steps: readonly Step[];
}

interface Step {
  readonly Name: string;
  readonly Arguments?: { readonly IfSteps?: readonly Step[]; readonly ElseSteps?: readonly Step[] };
}

/** Compiles the sample configurations of `examples/` into SageMaker pipeline definitions. */
export function compileSamples(folder: string): void {
  headline('Compile the two sample configurations into SageMaker pipeline definitions');
  for (const sample of samples) {
    const output = join(folder, `${sample}.json`);
    const words = ['npx', 'millrace', 'compile', `examples/${sample}/pipeline.yaml`, '-o', output];
    show({ words, directory: repositoryRoot });
    const text = readFileSync(output, 'utf8');
    // Written by the command just above.
    const definition = JSON.parse(text) as Definition;
    console.log(`${Buffer.byteLength(text)} bytes, steps: ${stepNames(definition.Steps).join(', ')}\n`);
  }
}

/** Steps of branches stand behind the condition that they belong to. */
function stepNames(steps: readonly Step[]): string[] {
  return steps.flatMap(({ Name, Arguments: { IfSteps = [], ElseSteps = [] } = {} }) => [
    Name,
    ...stepNames(IfSteps),
    ...stepNames(ElseSteps),
  ]);
}
