import { oneLine } from './one-line';

/** A mail address as an object: its parts are never joined to a string of ours. */
export type Mailbox = { readonly name: string; readonly address: string };

/** Reads `Name <address>` or a bare address, as configured. */
export function readMailbox(text: string): Mailbox {
  const parts = /^\s*"?([^"<]*?)"?\s*<([^<>\s]+)>\s*$/.exec(text);
  return parts ? { name: oneLine(parts[1] ?? '', 100), address: parts[2] ?? '' } : { name: '', address: text.trim() };
}

/**
 * Whether this is one plain address. Nodemailer reads an address out of a longer text: what stands in angle brackets
 * behind a line break would become the recipient.
 */
export function isAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s<>()[\]\\,:;"@\p{Cc}]+@[^\s<>()[\]\\,:;"@\p{Cc}]+$/u.test(text);
}
