/** What the octets of a captured packet say of themselves: where the payload of TCP begins in them, and where it ends. */

export interface TcpPayload {
  readonly from: number;
  readonly to: number;
}

/** Octets of the header of the link before that of IP: none, Ethernet, Linux cooked v1 and v2, loopback, Ethernet with VLAN. */
const LINKS = [0, 14, 16, 20, 4, 18];

/** The payload of a TCP packet whose octets are characters of `octets`; undefined when it is none. */
export function tcpPayload(octets: string): TcpPayload | undefined {
  for (const link of LINKS) {
    const payload = behind(octets, link);
    if (payload !== undefined) return payload;
  }
  return undefined;
}

function behind(octets: string, link: number): TcpPayload | undefined {
  const at = (index: number) => octets.charCodeAt(link + index);
  const two = (index: number) => at(index) * 256 + at(index + 1);
  const first = at(0);
  const version = first >> 4;
  if (version !== 4 && version !== 6) return undefined;
  const header = version === 4 ? (first & 15) * 4 : 40;
  const total = version === 4 ? two(2) : two(4) + 40;
  if ((version === 4 ? at(9) : at(6)) !== TCP || header < 20 || total < header + 20) return undefined;
  const options = (octets.charCodeAt(link + header + 12) >> 4) * 4;
  // A link header may look like one of IP, but not to the last octet.
  if (!(options >= 20) || header + options > total || octets.length < link + header + options) return undefined;
  if (octets.length > link + Math.max(total, MINIMUM)) return undefined;
  return { from: link + header + options, to: link + total };
}

const TCP = 6;
/** Ethernet fills short packets up. */
const MINIMUM = 46;
