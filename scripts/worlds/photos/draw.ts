/**
 * The pictures that people of the week send: drawn here, so that they show nobody and belong to nobody.
 *
 *   npx tsx scripts/worlds/photos/draw.ts CHROMIUM      draws them anew with this browser
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { Picture } from '../story';

const WIDTH = 960;
const HEIGHT = 720;

const rect = (x: number, y: number, w: number, h: number, fill: string, more = '') =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" ${more}/>`;
const circle = (x: number, y: number, r: number, fill: string, more = '') =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" ${more}/>`;
const shape = (d: string, fill: string, more = '') => `<path d="${d}" fill="${fill}" ${more}/>`;
const line = (d: string, stroke: string, width: number) =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

/** A staircase with a lamp over the landing. */
const stairs = (wall: string, tread: string, edge: string) =>
  rect(0, 0, WIDTH, HEIGHT, wall) +
  [0, 1, 2, 3, 4, 5, 6]
    .map(
      (n) =>
        rect(130 + n * 95, 640 - n * 62, 830, 62, tread) + rect(130 + n * 95, 640 - n * 62, 830, 8, edge),
    )
    .join('') +
  rect(0, 702, WIDTH, 18, edge) +
  line('M90 560 L640 190', edge, 14) +
  [0, 1, 2, 3, 4].map((n) => line(`M${140 + n * 120} ${526 - n * 81} V${660 - n * 70}`, edge, 6)).join('');

const field = (sky: string, ground: string) => rect(0, 0, WIDTH, 360, sky) + rect(0, 340, WIDTH, 380, ground);
const hills = shape('M0 360 Q180 230 380 330 T760 300 T960 340 V400 H0 Z', '#7d8f74');
const road = shape('M300 720 L440 350 H540 L760 720 Z', '#8f8c86') + line('M490 380 L510 700', '#d8d2c2', 8);
const wall =
  rect(0, 0, WIDTH, 90, '#cfd9dc') +
  rect(0, 90, WIDTH, 400, '#c9b79b') +
  [0, 1, 2, 3, 4, 5, 6, 7].map((n) => rect(0, 90 + n * 50, WIDTH, 4, '#b3a084')).join('');
const pavement =
  rect(0, 490, WIDTH, 230, '#9c978d') +
  [0, 1, 2, 3].map((n) => line(`M${n * 320 - 80} 490 L${n * 320 - 200} 720`, '#88837a', 4)).join('');
const cone = (x: number, y: number) =>
  shape(`M${x} ${y} l34 110 h-68 z`, '#d5622f') +
  rect(x - 48, y + 106, 96, 16, '#b54a1e') +
  rect(x - 22, y + 52, 44, 18, '#f4ead8');
const bin = (x: number, lid: string) =>
  rect(x, 330, 150, 220, '#3c6b57', 'rx="10"') +
  rect(x - 10, 312, 170, 26, lid, 'rx="8"') +
  circle(x + 30, 556, 18, '#2d2d2d') +
  circle(x + 120, 556, 18, '#2d2d2d');
const bags = (spots: readonly (readonly [number, number, number])[]) =>
  spots
    .map(([x, y, r], n) => circle(x, y, r, ['#4a4a4f', '#6a5a4a', '#e2dccf', '#39424a'][n % 4] ?? '#4a4a4f'))
    .join('');
const grate =
  rect(330, 500, 300, 150, '#5b5851', 'rx="10"') +
  [0, 1, 2, 3, 4, 5].map((n) => rect(350 + n * 46, 515, 20, 120, '#2c2b28')).join('');
const trunk = shape('M60 520 L880 430 L890 478 L70 580 Z', '#6b4f36');
const crown = [
  [660, 420, 90],
  [760, 390, 110],
  [850, 440, 90],
  [720, 480, 80],
  [820, 500, 70],
]
  .map(([x = 0, y = 0, r = 0]) => circle(x, y, r, '#5c7a4a'))
  .join('');
const tap = (drops: string) =>
  rect(0, 0, WIDTH, HEIGHT, '#dfe4e2') +
  [0, 1, 2, 3, 4, 5]
    .map((n) => line(`M0 ${n * 130} H960`, '#c9d0cd', 4) + line(`M${n * 190} 0 V720`, '#c9d0cd', 4))
    .join('') +
  line('M480 90 V300 H640 V400', '#9aa3a6', 46) +
  rect(420, 60, 120, 50, '#7d878a', 'rx="12"') +
  rect(604, 390, 72, 40, '#7d878a', 'rx="8"') +
  rect(200, 600, 560, 90, '#b8bfbd', 'rx="40"') +
  drops;

const SCENES: Record<Picture, string> = {
  'lamp-dark':
    stairs('#3a3833', '#4c4943', '#2b2925') +
    circle(690, 130, 34, '#57534b') +
    rect(650, 80, 80, 22, '#2b2925') +
    line('M672 118 L706 146', '#2b2925', 6),
  'lamp-lit':
    stairs('#d9cdb4', '#a89c86', '#7d735f') +
    circle(690, 140, 190, '#f6dd92', 'opacity="0.35"') +
    circle(690, 130, 36, '#fff3c4') +
    rect(650, 80, 80, 22, '#7d735f'),
  'road-hole':
    field('#cfd9dc', '#a9a07f') +
    hills +
    road +
    shape('M430 560 q60 -50 140 -20 q60 30 10 70 q-70 40 -140 10 q-50 -30 -10 -60 z', '#4b4844') +
    shape('M455 570 q50 -30 100 -10 q40 20 0 40 q-60 20 -100 0 z', '#2f2d2a'),
  'road-mended':
    field('#cfd9dc', '#a9a07f') +
    hills +
    road +
    rect(410, 520, 210, 130, '#a7a49c', 'rx="6"') +
    rect(418, 528, 194, 114, '#b2afa7', 'rx="4"') +
    cone(370, 480) +
    cone(680, 500),
  'drain-full':
    wall +
    pavement +
    shape(
      'M150 560 q200 -110 520 -60 q240 40 180 130 q-200 90 -560 60 q-240 -40 -140 -130 z',
      '#6d6a4a',
      'opacity="0.9"',
    ) +
    grate +
    circle(300, 560, 22, '#85815c') +
    circle(690, 610, 16, '#85815c'),
  'drain-clear':
    wall +
    pavement +
    grate +
    rect(700, 470, 90, 130, '#b54a1e', 'rx="8"') +
    line('M745 470 V360', '#5b4a3a', 12),
  'bins-full':
    wall +
    pavement +
    bin(250, '#2f5646') +
    bin(500, '#2f5646') +
    bags([
      [290, 300, 52],
      [360, 290, 44],
      [540, 296, 56],
      [620, 300, 40],
      [210, 560, 58],
      [440, 575, 62],
      [700, 566, 70],
      [780, 600, 44],
    ]),
  'bins-empty':
    wall +
    pavement +
    bin(250, '#2f5646') +
    bin(500, '#2f5646') +
    line('M760 600 L820 380', '#6b4f36', 14) +
    shape('M735 590 h60 l16 60 h-92 z', '#c9a24c'),
  'tree-down': field('#c3ced4', '#8d9b78') + hills + road + trunk + crown,
  'tree-cut':
    field('#c3ced4', '#8d9b78') +
    hills +
    road +
    [
      [150, 560],
      [210, 560],
      [180, 510],
    ]
      .map(([x = 0, y = 0]) => circle(x, y, 36, '#6b4f36') + circle(x, y, 22, '#c9a77a'))
      .join('') +
    cone(720, 470),
  'stairs-blocked':
    wall +
    pavement +
    rect(260, 300, 230, 250, '#8a6f4d') +
    rect(500, 360, 190, 190, '#a0855f') +
    line('M270 300 L480 540 M490 310 L260 540', '#6b5539', 8) +
    bags([
      [720, 520, 50],
      [230, 540, 46],
    ]) +
    line('M560 350 V250 M620 350 V230', '#6b4f36', 16),
  'stairs-clear':
    wall +
    pavement +
    rect(300, 520, 360, 16, '#d8b23a') +
    rect(300, 640, 360, 16, '#d8b23a') +
    line('M330 536 L420 640 M450 536 L540 640 M570 536 L650 632', '#d8b23a', 12),
  'pipe-leak': tap(
    `${shape('M640 470 q-26 50 0 66 q26 -16 0 -66 z', '#5f93a8')}${shape('M640 560 q-16 32 0 42 q16 -10 0 -42 z', '#5f93a8')}<ellipse cx="640" cy="640" rx="90" ry="20" fill="#7fa9b9"/>`,
  ),
  'pipe-new': tap(rect(600, 290, 80, 40, '#c79a3a', 'rx="6"') + rect(440, 280, 80, 40, '#c79a3a', 'rx="6"')),
};

async function main(executablePath: string | undefined): Promise<void> {
  if (!executablePath) throw new Error('usage: tsx scripts/worlds/photos/draw.ts CHROMIUM');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } });
  for (const [name, scene] of Object.entries(SCENES)) {
    await page.setContent(
      `<body style="margin:0"><svg width="${WIDTH}" height="${HEIGHT}" xmlns="http://www.w3.org/2000/svg">${scene}</svg></body>`,
    );
    const bytes = await page.screenshot({ type: 'jpeg', quality: 72 });
    writeFileSync(path.join(__dirname, `${name}.jpg`), bytes);
    console.log(name, bytes.length);
  }
  await browser.close();
}

void main(process.argv[2]);
