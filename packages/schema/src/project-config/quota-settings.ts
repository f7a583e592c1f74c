import { z } from 'zod';
import { DEFAULT_PIPELINE_LIMITS, type PipelineLimits } from '../graph/pipeline-limits.js';
import { isNumber, numberOf } from '../source/source-number.js';
import { strictMap } from './strict-map.js';

const count = z
  .unknown()
  .meta({ type: 'integer', minimum: 1 })
  .transform((input, context): number => {
    const value = isNumber(input) ? numberOf(input) : Number.NaN;
    if (Number.isSafeInteger(value) && value >= 1) return value;
    context.addIssue({ code: 'custom', message: 'expected a whole number from 1 on' });
    return z.NEVER;
  });

const names = Object.keys(DEFAULT_PIPELINE_LIMITS);

/**
 * Quotas of SageMaker Pipelines that AWS has raised for the account; what is not named keeps AWS's default. The map holds
 * only what was given.
 */
export const limits = strictMap(Object.fromEntries(names.map((name) => [name, count.optional()])))
  // The keys are those of PipelineLimits, whose members are numbers; Object.fromEntries forgets both.
  .transform((given) => given as Partial<PipelineLimits>);

/**
 * Members that AWS has added since the service model of this version was made, each by step type and the way to it:
 * `Training.Arguments.NewMember`, `Training.Arguments.InputDataConfig[].NewMember`, `Training.NewMember`.
 */
export const allowUnknownMembers = z.array(
  z.string().regex(/^[A-Za-z]+(?:\.[A-Za-z]\w*(?:\[\])*)+$/, {
    error: 'expected the step type and the way to the member, as Training.Arguments.NewMember',
  }),
  { error: 'expected a list of members, as [Training.Arguments.NewMember]' },
);
