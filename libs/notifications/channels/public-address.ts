import { lookup as resolve } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

/** What is never reached from here: this machine, private networks, cloud metadata, everything not one public host. */
const closed = new BlockList();
for (const [network, prefix] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ] as const),
  ...([
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
  ] as const),
  ...([
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ] as const),
])
  closed.addSubnet(network, prefix, 'ipv4');

/** Of IPv6 only what is routed at large (2000::/3) is open, and of that not what leads on to an IPv4 address. */
const open6 = new BlockList();
open6.addSubnet('2000::', 3, 'ipv6');
const through6 = new BlockList();
for (const [network, prefix] of [
  ...([
    ['2001::', 23],
    ['2001:db8::', 32],
    ['2002::', 16],
    ['3fff::', 20],
  ] as const),
])
  through6.addSubnet(network, prefix, 'ipv6');

/** Whether an IP address is one of the open internet (IANA special-purpose registries). */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closed.check(address, 'ipv4');
  return family === 6 && open6.check(address, 'ipv6') && !through6.check(address, 'ipv6');
}

/** Names that are given out inside a network only (RFC 6761, 6762, 8375, ICANN's `internal`, home routers). */
const insideNames = ['localhost', 'local', 'internal', 'intranet', 'lan', 'home', 'corp', 'home.arpa'];

/**
 * Whether the host of an address is inside a private network by its very name: an IP address that is not public, a name
 * of one word, or one that no public name server answers for.
 */
export function leadsInside(hostname: string): boolean {
  const host = bare(hostname);
  if (isIP(host)) return !isPublicAddress(host);
  return !host.includes('.') || insideNames.some((name) => host.endsWith(`.${name}`));
}

/** As `URL` gives it, without the brackets of IPv6 and the dot of the root. */
const bare = (hostname: string): string => hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');

/** An address was refused because it leads inside. */
export class InsideAddress extends Error {
  constructor() {
    super('the address leads into a private network');
    this.name = 'InsideAddress';
  }
}

export type Resolved = { readonly address: string; readonly family: number };

/**
 * Looks a host up once; the request goes to exactly this address, so that a name cannot change its mind in between.
 * @throws InsideAddress when any of its addresses is not public
 */
export async function publicAddressOf(hostname: string, look: typeof resolve = resolve): Promise<Resolved> {
  const literal = bare(hostname);
  const found = isIP(literal) ? [{ address: literal, family: isIP(literal) }] : await look(hostname, { all: true });
  const [first] = found;
  if (!first || !found.every(({ address }) => isPublicAddress(address))) throw new InsideAddress();
  return first;
}
