import { FONT_SIZE, SMALL_FONT_SIZE } from './diagram-layout.js';

// Colours are variables, so that one media query turns the drawing dark wherever it is shown, in <img> too. The canvas
// is painted, because a page may be dark where the viewer is light. Contrast of text is 7:1 or better in both schemes.
const LIGHT =
  '--canvas:#ffffff;--text:#1c2733;--quiet:#4a5866;--line:#5b6b7b;--step:#eaf2fb;--step-line:#2f6fad;--condition:#fff4d6;--condition-line:#a66f00;--missing-line:#b3261e';
const DARK =
  '--canvas:#12181f;--text:#eef3f8;--quiet:#b4c1cd;--line:#93a3b3;--step:#1b2f45;--step-line:#6fb1f0;--condition:#3a2f10;--condition-line:#e3b341;--missing-line:#ff8a80';

/** The style sheet of the drawing; nothing is fetched, the font is the reader's own. */
export const SVG_STYLE = [
  `svg{${LIGHT}}`,
  `@media (prefers-color-scheme:dark){svg{${DARK}}}`,
  '.canvas,.patch{fill:var(--canvas)}',
  'text{font-family:system-ui,-apple-system,"Segoe UI",Helvetica,Arial,sans-serif;text-anchor:middle;fill:var(--text)}',
  `.name{font-size:${FONT_SIZE}px;font-weight:600}`,
  `.type,.label{font-size:${SMALL_FONT_SIZE}px;fill:var(--quiet)}`,
  '.step rect{fill:var(--step);stroke:var(--step-line);stroke-width:1.5}',
  '.condition polygon{fill:var(--condition);stroke:var(--condition-line);stroke-width:1.5}',
  '.missing rect{fill:none;stroke:var(--missing-line);stroke-width:1.5;stroke-dasharray:5 4}',
  '.edge{fill:none;stroke:var(--line);stroke-width:1.5}',
  '.order{stroke-dasharray:3 4}',
  '#arrow path{fill:var(--line)}',
].join('');
