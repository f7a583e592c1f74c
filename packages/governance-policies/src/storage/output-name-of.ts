import { isJsonList, type Json, memberAt, type Path, type PlacedStep } from '@millrace/schema';

/** The name of an output of a processing job by the path of its URI; a batch transform has one output, `transform`. */
export function outputNameOf({ step, path: at }: PlacedStep, path: Path): string | undefined {
  const [holder, list, index, ...rest] = path.slice(at.length + 1);
  if (holder === 'TransformOutput' && list === 'S3OutputPath') return 'transform';
  if (holder !== 'ProcessingOutputConfig' || list !== 'Outputs' || rest.join('.') !== 'S3Output.S3Uri')
    return undefined;
  const outputs: Json | undefined = memberAt(step.Arguments, holder, list);
  const name = isJsonList(outputs) ? memberAt(outputs[Number(index)], 'OutputName') : undefined;
  return typeof name === 'string' ? name : undefined;
}
