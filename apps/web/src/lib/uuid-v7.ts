/** A version 7 UUID (RFC 9562): 48 bits of Unix time in milliseconds, then chance. */
export function uuidV7(at: Date): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const time = at.getTime().toString(16).padStart(12, '0');
  const variant = ((parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** A key for one intended effect. `crypto.randomUUID` does not exist on plain http, which a venue's own network may be. */
export const idempotencyKey = (at: Date): string => uuidV7(at);
