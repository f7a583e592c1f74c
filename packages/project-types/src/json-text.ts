/** JSON as npm writes it, so that `npm install` leaves a rendered package.json as it is. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
