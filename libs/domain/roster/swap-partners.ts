import { overlap, type Span } from './on-duty';

/** A shift or leave of somebody; leave cannot be swapped. */
export type Engagement = Span & { readonly id: string; readonly personId: string };

export type SwapChoice = {
  /** Whether the shift can be theirs for nothing in return. */
  readonly gift: boolean;
  /** Those of their shifts that could be had for it, by id. */
  readonly inReturn: readonly string[];
};

/**
 * How somebody could take a shift off another's hands: for nothing, or for one of theirs, so that nobody would be
 * needed twice at once.
 * @param mine the shift, and everything else its holder does; `theirs` all that the colleague does
 * @param offers the colleague's shifts that may be swapped, and for whose posts the holder is fit
 */
export function swapChoice(
  shift: Engagement,
  { mine, theirs, offers }: Readonly<Record<'mine' | 'theirs' | 'offers', readonly Engagement[]>>,
): SwapChoice {
  const clashes = theirs.filter((one) => overlap(one, shift));
  const couldWork = (offer: Engagement) =>
    clashes.every(({ id }) => id === offer.id) && mine.every((one) => one.id === shift.id || !overlap(one, offer));
  return { gift: clashes.length === 0, inReturn: offers.filter(couldWork).map(({ id }) => id) };
}
