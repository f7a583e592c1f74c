import type { SpecValue } from '@millrace/schema';
import type { LoweringContext } from './lowering-context.js';

/** Text that is known when the pipeline is compiled: a literal, or the default of a parameter, as the SDK takes it. */
export function knownText(value: SpecValue | undefined, context: LoweringContext): string | undefined {
  const form = value?.form;
  const known =
    form?.kind === 'parameter'
      ? context.parameterDefault(form.name)
      : form?.kind === 'literal'
        ? form.value
        : undefined;
  return typeof known === 'string' ? known : undefined;
}
