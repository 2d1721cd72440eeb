/** The made-up sessions as a capture of packets, for programs that read those: pcap, Ethernet, IPv4, TCP. */
import { writeFileSync } from 'node:fs';
import { turns } from './logs';

const CLIENT = { address: [192, 0, 2, 7], mac: 1 } as const;
const SERVER = { address: [192, 0, 2, 25], mac: 2, port: 25 } as const;

const FIN = 0x01;
const SYN = 0x02;
const PUSH = 0x08;
const ACK = 0x10;

/** A segment holds no more, octets. */
const MOST = 1460;

/** Writes the sessions 0 to `count`, one after the other, each a connection of its own. */
export function writeCapture(path: string, count: number): void {
  const packets: Buffer[] = [fileHeader()];
  for (let n = 0; n < count; n++) packets.push(...connection(n));
  writeFileSync(path, Buffer.concat(packets));
}

/** Version 2.4, no limit on packets that matters, Ethernet. */
function fileHeader(): Buffer {
  const header = Buffer.alloc(24);
  header.writeUInt32LE(0xa1b2c3d4, 0);
  header.writeUInt16LE(2, 4);
  header.writeUInt16LE(4, 6);
  header.writeUInt32LE(65_535, 16);
  header.writeUInt32LE(1, 20);
  return header;
}

function* connection(n: number): Generator<Buffer> {
  const port = 1024 + (n % 60_000);
  const next = { client: 1000, server: 5000 };
  let packets = 0;
  const send = (by: 'client' | 'server', flags: number, payload: Buffer = Buffer.alloc(0)): Buffer => {
    const acknowledged = next[by === 'client' ? 'server' : 'client'];
    const packet = packetOf({ by, port, flags, sequence: next[by], acknowledged, payload, time: n * 1000 + packets++ });
    next[by] += payload.length + (flags & (SYN | FIN) ? 1 : 0);
    return packet;
  };
  yield send('client', SYN);
  yield send('server', SYN | ACK);
  yield send('client', ACK);
  for (const { by, text } of flights(n)) {
    const octets = Buffer.from(text);
    for (let at = 0; at < octets.length; at += MOST) yield send(by, PUSH | ACK, octets.subarray(at, at + MOST));
  }
  yield send('server', FIN | ACK);
  yield send('client', FIN | ACK);
  yield send('server', ACK);
}

/** What one side says before the other does. */
function flights(n: number): { readonly by: 'client' | 'server'; readonly text: string }[] {
  const all: { by: 'client' | 'server'; text: string }[] = [];
  for (const { by, text } of turns(n)) {
    const last = all.at(-1);
    if (last?.by === by) last.text += `${text}\r\n`;
    else all.push({ by, text: `${text}\r\n` });
  }
  return all;
}

interface Packet {
  readonly by: 'client' | 'server';
  /** The client's. */
  readonly port: number;
  readonly flags: number;
  readonly sequence: number;
  readonly acknowledged: number;
  readonly payload: Buffer;
  /** Milliseconds. */
  readonly time: number;
}

/** Checksums stay 0: nobody who reads captures asks for them, cards fill them in later. */
function packetOf({ by, port, flags, sequence, acknowledged, payload, time }: Packet): Buffer {
  const [from, to] = by === 'client' ? [CLIENT, SERVER] : [SERVER, CLIENT];
  const frame = Buffer.alloc(16 + 14 + 20 + 20);
  const length = frame.length - 16 + payload.length;
  frame.writeUInt32LE(1_795_500_000 + Math.floor(time / 1000), 0);
  frame.writeUInt32LE((time % 1000) * 1000, 4);
  frame.writeUInt32LE(length, 8);
  frame.writeUInt32LE(length, 12);
  frame[21] = to.mac;
  frame[27] = from.mac;
  frame.writeUInt16BE(0x0800, 28);
  const ip = 30;
  frame[ip] = 0x45;
  frame.writeUInt16BE(length - 14, ip + 2);
  frame[ip + 8] = 64;
  frame[ip + 9] = 6;
  frame.set(from.address, ip + 12);
  frame.set(to.address, ip + 16);
  const tcp = ip + 20;
  frame.writeUInt16BE(by === 'client' ? port : SERVER.port, tcp);
  frame.writeUInt16BE(by === 'client' ? SERVER.port : port, tcp + 2);
  frame.writeUInt32BE(sequence, tcp + 4);
  frame.writeUInt32BE(flags & ACK ? acknowledged : 0, tcp + 8);
  frame[tcp + 12] = 0x50;
  frame[tcp + 13] = flags;
  frame.writeUInt16BE(65_535, tcp + 14);
  return Buffer.concat([frame, payload]);
}
