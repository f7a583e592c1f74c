/** What stands for the account in an ARN, as rules see it; undefined for other text. Names of deploy values have colons, too. */
export function accountInArn(text: string): string | undefined {
  const parts = text.split(/:(?![^<>]*>)/);
  return parts.length < 6 ? undefined : parts[4];
}
