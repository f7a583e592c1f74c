/** Whether a text matches a pattern in which `*` stands for any characters and `?` for one, as `ml.m5.*` and policies of IAM. */
export function matchesPattern(text: string, pattern: string): boolean {
  let [at, next] = [0, 0];
  // Where the last `*` stands, and where what it takes would end: it takes more as long as the rest does not match.
  let [star, end] = [-1, 0];
  while (at < text.length) {
    const wanted = pattern[next];
    if (wanted === '*') {
      star = next++;
      end = at;
    } else if (wanted === '?' || wanted === text[at]) {
      at++;
      next++;
    } else if (star === -1) {
      return false;
    } else {
      next = star + 1;
      at = ++end;
    }
  }
  return /^\**$/.test(pattern.slice(next));
}
