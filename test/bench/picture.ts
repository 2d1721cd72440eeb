/** Draws curves of growth as an SVG that is readable on light and on dark ground. */
import { type Curve, growthOf } from './growth';

const WIDTH = 720;
const HEIGHT = 400;
const LEFT = 56;
const RIGHT = 250;
const TOP = 40;
const BOTTOM = 44;

/** Told apart by people who see colours differently, too (Okabe and Ito). */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9'];

const STYLE = `text{font:12px system-ui,sans-serif;fill:#333}.title{font-size:14px;font-weight:600}
.grid{stroke:#8884;stroke-width:1}polyline{fill:none;stroke-width:2}
@media (prefers-color-scheme:dark){text{fill:#ccc}}`;

export function growthPicture(title: string, curves: readonly Curve[]): string {
  const points = curves.flatMap((curve) => curve.points);
  const mostX = Math.max(...points.map(({ megabytes }) => megabytes));
  const mostY = roundUp(Math.max(...points.map(({ time }) => time)) / 1000);
  const x = (megabytes: number) => LEFT + (megabytes / mostX) * (WIDTH - LEFT - RIGHT);
  const y = (seconds: number) => HEIGHT - BOTTOM - (seconds / mostY) * (HEIGHT - TOP - BOTTOM);
  const right = x(mostX);
  const across = [0, 0.25, 0.5, 0.75, 1].map(
    (share) =>
      `<line class="grid" x1="${LEFT}" x2="${right}" y1="${round(y(share * mostY))}" y2="${round(y(share * mostY))}"/>` +
      `<text x="${LEFT - 8}" y="${round(y(share * mostY) + 4)}" text-anchor="end">${round(share * mostY)}</text>`,
  );
  const down = [0, 0.25, 0.5, 0.75, 1].map(
    (share) =>
      `<text x="${round(x(share * mostX))}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${round(share * mostX)}</text>`,
  );
  const drawn = curves.map(({ points: own }, index) => {
    const path = [{ megabytes: 0, time: 0 }, ...own].map(
      (at) => `${round(x(at.megabytes))},${round(y(at.time / 1000))}`,
    );
    return `<polyline stroke="${colour(index)}" points="${path.join(' ')}"/>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeXml(title)}">`,
    `<style>${STYLE}</style>`,
    `<text class="title" x="${LEFT}" y="20">${escapeXml(title)}</text>`,
    ...across,
    ...down,
    `<text x="${(LEFT + right) / 2}" y="${HEIGHT - 8}" text-anchor="middle">MB</text>`,
    `<text x="14" y="${(TOP + HEIGHT - BOTTOM) / 2}" transform="rotate(-90 14 ${(TOP + HEIGHT - BOTTOM) / 2})" text-anchor="middle">seconds</text>`,
    ...drawn,
    ...curves.map((curve, index) => legend(curve, index, right + 20)),
    '</svg>\n',
  ].join('\n');
}

function legend(curve: Curve, index: number, x: number): string {
  const y = TOP + 10 + index * 38;
  return (
    `<line x1="${x}" x2="${x + 16}" y1="${y - 4}" y2="${y - 4}" stroke="${colour(index)}" stroke-width="3"/>` +
    `<text x="${x + 22}" y="${y}">${escapeXml(curve.shape.name)}</text>` +
    `<text x="${x + 22}" y="${y + 15}">${escapeXml(growthOf(curve))}</text>`
  );
}

function colour(index: number): string {
  return COLOURS[index % COLOURS.length] ?? '#888';
}

/** The next 1, 2, 4, 6 or 8 times a power of ten: its quarters are round, too. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 4, 6, 8, 10].find((step) => step * power >= value) ?? 10) * power;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
