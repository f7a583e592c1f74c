import { isJsonList, isJsonObject, type Json } from '@millrace/schema';

/** A function of CloudFormation as JSON writes it: an object of one key. */
export interface Intrinsic {
  /** `Ref`, `Fn::GetAtt` */
  readonly name: string;
  readonly given: Json;
}

/** The function that a value is; undefined for other values. */
export function asIntrinsic(json: Json | undefined): Intrinsic | undefined {
  if (!isJsonObject(json)) return undefined;
  const [name, ...others] = Object.keys(json);
  if (name === undefined || others.length > 0 || !(name === 'Ref' || name.startsWith('Fn::'))) return undefined;
  return { name, given: json[name] ?? null };
}

/** What a `Ref`, a `Fn::GetAtt` or a name in a `Fn::Sub` means. */
export interface TemplateReference {
  /** A logical id, or a pseudo parameter as `AWS::Region`. */
  readonly id: string;
  /** Absent for `Ref`. */
  readonly attribute?: string;
}

/** The reference that a function is; undefined for other functions, and where its names are not literal. */
export function referenceOf({ name, given }: Intrinsic): TemplateReference | undefined {
  if (name === 'Ref') return typeof given === 'string' ? { id: given } : undefined;
  if (name !== 'Fn::GetAtt') return undefined;
  if (typeof given === 'string') return referenceOfName(given);
  const [id, attribute] = isJsonList(given) ? given : [];
  return typeof id === 'string' && typeof attribute === 'string' ? { id, attribute } : undefined;
}

/** `JobRole` and `JobRole.Arn`, as `Fn::Sub` and the short form of `Fn::GetAtt` write them. */
export function referenceOfName(text: string): TemplateReference {
  const dot = text.indexOf('.');
  return dot === -1 ? { id: text } : { id: text.slice(0, dot), attribute: text.slice(dot + 1) };
}
