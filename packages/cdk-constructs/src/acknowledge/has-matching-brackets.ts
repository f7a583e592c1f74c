const OPENING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Whether each bracket of a text is closed by its own kind, as the CDK demands of ids of findings. */
export function hasMatchingBrackets(text: string): boolean {
  const open: string[] = [];
  for (const character of text) {
    const opening = OPENING[character];
    if ('([{'.includes(character)) open.push(character);
    else if (opening !== undefined && open.pop() !== opening) return false;
  }
  // What stays open is fine for the CDK.
  return true;
}
