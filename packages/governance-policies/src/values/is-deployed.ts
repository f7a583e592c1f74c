/**
 * Whether a text, as rules see it, begins with what a resource of the deployment itself has, as `<resource:JobRole.Arn>`: of the
 * same template, or exported in the same account and region. So it is no resource of strangers.
 */
export function isDeployed(text: string): boolean {
  return /^<resource:[^>]+>/.test(text);
}
