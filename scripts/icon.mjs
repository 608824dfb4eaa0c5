// Draws images/icon.png, the mark on a ship's hull: a circle crossed by the load line, with the water below it.
// Usage: node scripts/icon.mjs
import { writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

const size = 256;
/** Points looked at along each side of a pixel, for smooth edges. */
const samples = 4;
const middle = size / 2;

const hull = [16, 42, 67];
const water = [11, 105, 140];
const paint = [255, 255, 255];

const tile = { corner: 52 };
const ring = { inner: 58, outer: 78 };
const line = { halfHeight: 10, halfWidth: 108, overlap: 4 };

/** The colour and opacity at a point, in pixels from the top left. */
function colourAt(x, y) {
  const [right, down] = [x - middle, y - middle];
  const beyond = (distance) => Math.max(0, Math.abs(distance) - middle + tile.corner);
  if (Math.hypot(beyond(right), beyond(down)) > tile.corner) return [0, 0, 0, 0];

  const distance = Math.hypot(right, down);
  const onLine = Math.abs(down) <= line.halfHeight && Math.abs(right) <= line.halfWidth;
  const onRing = distance >= ring.inner && distance <= ring.outer;
  // A gap of hull or water sets the line off from the ring, as on a stencil.
  const inGap = Math.abs(down) <= line.halfHeight + line.overlap && !onLine && onRing;
  if (onLine || (onRing && !inGap)) return [...paint, 255];
  return [...(down > 0 ? water : hull), 255];
}

/** One pixel: the mean of its samples, weighted by opacity. */
function pixel(column, row) {
  const sum = [0, 0, 0, 0];
  for (let i = 0; i < samples * samples; i++) {
    const x = column + ((i % samples) + 0.5) / samples;
    const y = row + (Math.floor(i / samples) + 0.5) / samples;
    const [red, green, blue, opacity] = colourAt(x, y);
    sum[0] += red * opacity;
    sum[1] += green * opacity;
    sum[2] += blue * opacity;
    sum[3] += opacity;
  }
  const [red, green, blue, opacity] = sum;
  const mean = (colour) => (opacity === 0 ? 0 : Math.round(colour / opacity));
  return [mean(red), mean(green), mean(blue), Math.round(opacity / samples ** 2)];
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

const header = Buffer.alloc(13);
header.writeUInt32BE(size, 0);
header.writeUInt32BE(size, 4);
// Eight bits for each of red, green, blue and opacity.
header.set([8, 6, 0, 0, 0], 8);
const unfiltered = 0;
const rows = Array.from({ length: size }, (_, row) => [
  unfiltered,
  ...Array.from({ length: size }, (_, column) => pixel(column, row)).flat(),
]);
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const data = deflateSync(Buffer.from(rows.flat()), { level: 9 });
writeFileSync(
  new URL('../images/icon.png', import.meta.url),
  Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]),
);
