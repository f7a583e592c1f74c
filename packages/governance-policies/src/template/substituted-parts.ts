import { isJsonList, isJsonObject, type Json } from '@millrace/schema';
import { referenceOfName } from './intrinsic.js';

/** `${Name}`, `${Name.Attribute}`, `${AWS::Region}`; `${!Name}` stands for the text `${Name}`. */
const NAME = /\$\{([^}]*)\}/g;

/** The parts of what `Fn::Sub` is given: texts, and the functions that its names stand for. Undefined where it is malformed. */
export function substitutedParts(given: Json): readonly Json[] | undefined {
  const [text, variables] = isJsonList(given) ? given : [given];
  if (typeof text !== 'string') return undefined;
  return text.split(NAME).map((part, index) => (index % 2 === 0 ? part : partOf(part.trim(), variables)));
}

function partOf(name: string, variables: Json | undefined): Json {
  if (name.startsWith('!')) return `\${${name.slice(1)}}`;
  if (isJsonObject(variables) && Object.hasOwn(variables, name)) return variables[name] ?? '';
  const { id, attribute } = referenceOfName(name);
  return attribute === undefined ? { Ref: id } : { 'Fn::GetAtt': [id, attribute] };
}
