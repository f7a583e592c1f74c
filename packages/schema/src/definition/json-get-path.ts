const SEGMENT = /(?:^|(?<!^)\.)([^.[\]'"$\s][^.[\]'"]*)|\[(\d+)\]|\['((?:[^'\\]|\\.)+)'\]|\["((?:[^"\\]|\\.)+)"\]/y;

/**
 * Parses the `Path` of a `Std:JsonGet`: `a.b`, `a[0]`, `a['key.with.dots']`; no `$` in front. Undefined
 * for any other text. Source: SageMaker's guide on property files (facts/sagemaker-pipelines, section 3.1).
 */
export function parseJsonGetPath(text: string): readonly (string | number)[] | undefined {
  const path: (string | number)[] = [];
  SEGMENT.lastIndex = 0;
  while (SEGMENT.lastIndex < text.length) {
    const [, member, index, singleQuoted, doubleQuoted] = SEGMENT.exec(text) ?? [];
    const key = singleQuoted ?? doubleQuoted;
    if (member !== undefined) path.push(member);
    else if (index !== undefined) path.push(Number(index));
    else if (key !== undefined) path.push(key.replace(/\\(.)/g, '$1'));
    else return undefined;
  }
  return path.length === 0 ? undefined : path;
}
