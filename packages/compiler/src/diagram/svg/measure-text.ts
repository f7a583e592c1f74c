// Widths in em of a typical sans-serif face (Arial, Helvetica, DejaVu Sans are within a tenth), rounded up: a box that is
// a little too wide looks fine, a text that leaves its box does not.
const NARROW = /[iljtfrI.,:;|!'()[\]{} ]/;
const WIDE = /[mwMW@%]/;
const CAPITAL = /[A-Z]/;
const FIRST_FULL_WIDTH = 0x1100;

/** An upper estimate of the width of a text in pixels; there is no font at hand when a file is written. */
export function measureText(text: string, fontSize: number): number {
  let em = 0;
  for (const character of text) em += widthOf(character);
  return Math.ceil(em * fontSize);
}

function widthOf(character: string): number {
  if ((character.codePointAt(0) ?? 0) >= FIRST_FULL_WIDTH) return 1.05;
  if (NARROW.test(character)) return 0.4;
  if (WIDE.test(character)) return 0.98;
  return CAPITAL.test(character) ? 0.75 : 0.63;
}

/** The text, cut to a number of characters with an ellipsis; line breaks become spaces. */
export function shorten(text: string, most: number): string {
  const characters = [...text.replace(/\s+/g, ' ')];
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`;
}
