const pattern = /^[a-z]{2,4}(-[a-z]+)+-\d+$/;

/** What is wrong with the name of a region, as a sentence, or undefined. Which regions there are, only AWS knows. */
export function problemWithRegion(region: string): string | undefined {
  return pattern.test(region) ? undefined : `"${region}" is not the name of an AWS region, such as eu-west-1.`;
}
