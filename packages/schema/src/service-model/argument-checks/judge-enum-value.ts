import { distance } from 'fastest-levenshtein';
import { didYouMean } from '../../diagnostics/did-you-mean.js';

/** What to think of a value that an enum does not have. */
export interface EnumValueJudgement {
  /** True when AWS may have added it: it is formed like the known values and is no misspelling of one. */
  readonly plausible: boolean;
  /** The known value that was probably meant. */
  readonly suggestion?: string;
}

/** Judges a value that is not in `known`. */
export function judgeEnumValue(value: string, known: readonly string[]): EnumValueJudgement {
  const meant = findMeant(value, known);
  if (meant !== undefined) return { plausible: false, suggestion: meant };
  if (isFormedLike(value, known)) return { plausible: true };
  const suggestion = known.find((candidate) => candidate.endsWith(`.${value}`)) ?? didYouMean(value, known);
  return { plausible: false, ...(suggestion === undefined ? {} : { suggestion }) };
}

/** The known value of which the given one is a misspelling; of several the nearest. */
function findMeant(value: string, known: readonly string[]): string | undefined {
  let nearest: { readonly candidate: string; readonly wrong: number } | undefined;
  for (const candidate of known.filter((each) => isMisspelling(value, each))) {
    const wrong = distance(fold(value), fold(candidate));
    if (nearest === undefined || wrong < nearest.wrong) nearest = { candidate, wrong };
  }
  return nearest?.candidate;
}

/** The ways in which AWS writes enum values: `FullyReplicated`, `IN_PROGRESS`, `ml.m5.xlarge`. */
const FORMS = [/^[A-Z][A-Za-z0-9]*$/, /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/, /^[a-z][a-z0-9]*(?:[.\-_][a-z0-9]+)*$/];

function isFormedLike(value: string, known: readonly string[]): boolean {
  return known.some((candidate) => {
    const sameForm = FORMS.some((form) => form.test(value) && form.test(candidate));
    return sameForm && sameFrame(value.split('.'), candidate.split('.'));
  });
}

/** Dotted values share their first part: every instance type is `ml.…`. */
function sameFrame(value: readonly string[], candidate: readonly string[]): boolean {
  return value.length === candidate.length && (value.length === 1 || value[0] === candidate[0]);
}

/**
 * A slip of the keyboard, as opposed to another member of the family: `ml.m5.xlagre` is `ml.m5.xlarge`, but
 * `ml.m9.xlarge` is a new machine, although it is only one letter away.
 */
function isMisspelling(value: string, candidate: string): boolean {
  if (fold(value) === fold(candidate)) return true;
  const parts = partsOf(value);
  const others = partsOf(candidate);
  return parts.length === others.length && parts.every((part, index) => isNear(part, others[index] ?? ''));
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[._\-\s]/g, '');
}

function partsOf(text: string): readonly string[] {
  return text.toLowerCase().split(/[._\-\s]+/);
}

/** Digits name a size or a generation and have to agree; a short part beside digits is a family (`m5d`) and does too. */
function isNear(part: string, other: string): boolean {
  if (part === other) return true;
  if (digitsOf(part) !== digitsOf(other)) return false;
  const letters = part.length - digitsOf(part).length;
  if (letters < part.length && letters < 3) return false;
  // The difference in length is the least distance: it spares comparing a huge text.
  const tolerated = Math.min(3, Math.max(1, Math.floor(letters / 3)));
  return Math.abs(part.length - other.length) <= tolerated && distance(part, other) <= tolerated;
}

function digitsOf(part: string): string {
  return part.replace(/\D/g, '');
}
