// Packs a ZIP archive anew with Zopfli, which finds the smallest deflate stream: a twenty-fifth less to download.
// The format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateRawSync } from 'node:zlib';
import { root } from './on-demand.mjs';

const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 };
const deflated = 8;

/** @param {string} file an archive without encryption, data descriptors needed for reading, or a comment */
export async function repack(file) {
  const { deflateAsync } = createRequire(`${root}tools/vsce/package.json`)('@gfx/zopfli');
  const archive = readFileSync(file);
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const entry of entriesOf(archive)) {
    const packed = await smaller(entry, deflateAsync);
    const central = Buffer.from(entry.central);
    // No data descriptor: the sizes are known and stand in front.
    central.writeUInt16LE(central.readUInt16LE(8) & ~8, 8);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(offset, 42);
    const local = localHeader(central, entry.name);
    parts.push(local, packed);
    directory.push(central);
    offset += local.length + packed.length;
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0);
  writeFileSync(file, Buffer.concat([...parts, ...directory, endRecord(directory.length, length, offset)]));
}

function* entriesOf(archive) {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end === -1) throw new Error('it is no ZIP archive');
  let at = archive.readUInt32LE(end + 16);
  for (let count = archive.readUInt16LE(end + 10); count > 0; count--) {
    if (archive.readUInt32LE(at) !== signatures.central) throw new Error('its directory is broken');
    const [name, extra, comment] = [28, 30, 32].map((field) => archive.readUInt16LE(at + field));
    const next = at + 46 + name + extra + comment;
    const header = archive.readUInt32LE(at + 42);
    const data = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
    yield {
      central: archive.subarray(at, next),
      name: archive.subarray(at + 46, at + 46 + name),
      method: archive.readUInt16LE(at + 10),
      packed: archive.subarray(data, data + archive.readUInt32LE(at + 20)),
    };
    at = next;
  }
}

async function smaller({ method, packed }, deflate) {
  if (method !== deflated) return packed;
  const data = inflateRawSync(packed);
  const again = Buffer.from(await deflate(data, { numiterations: 15 }));
  if (!inflateRawSync(again).equals(data)) throw new Error('Zopfli lost something');
  return again.length < packed.length ? again : packed;
}

/** The header in front of an entry's data says what the directory says. */
function localHeader(central, name) {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(signatures.local, 0);
  // Version needed, flags, method, time, date, checksum and sizes stand in the same order in both.
  central.copy(header, 4, 6, 28);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function endRecord(count, length, offset) {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(signatures.end, 0);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(length, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}
