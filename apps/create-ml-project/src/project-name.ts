const longest = 32;
const pattern = /^[a-z]([a-z0-9-]*[a-z0-9])?$/;

/**
 * The rule in words. It is narrower than any single place where the name goes (a SageMaker pipeline, a model package
 * group, S3 and IAM names, a folder, an Nx project), so that one name serves all of them.
 */
export const nameRule = 'use a-z, 0-9 and -, start with a letter, end with a letter or digit, at most 32 characters';

export function isProjectName(name: string): boolean {
  return name.length <= longest && pattern.test(name);
}

/** The nearest name that is allowed, or undefined if nothing of the text can be kept. */
export function suggestProjectName(text: string): string | undefined {
  const ascii = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mark}/gu, '');
  const name = trim(
    ascii
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^[^a-z]+/, '')
      .slice(0, longest),
  );
  return isProjectName(name) ? name : undefined;
}

function trim(name: string): string {
  return name.replace(/-+$/, '');
}
