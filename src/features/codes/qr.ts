/** A QR code as a picture that Image can show: one SVG path, in a data URI. */
import { encode } from 'uqr';

/** Medium correction: a code on a wall is scratched and rained on. The quiet zone is four modules, as the standard asks. */
export function qrPicture(text: string): string {
  const { size, data } = encode(text, { ecc: 'M', border: 4 });
  const path = data.map(runsOf).join('');
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${size} ${size}' shape-rendering='crispEdges'><path fill='#fff' d='M0 0h${size}v${size}H0z'/><path d='${path}'/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** The dark runs of one row, as path steps: a third of a path of single modules. */
function runsOf(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const from = x;
    while (row[x + 1]) x++;
    const wide = x + 1 - from;
    path += `M${from} ${y}h${wide}v1h-${wide}z`;
  }
  return path;
}
