import type { Engine } from '../../lib/types';

type Phone = Engine['phones'][number];

/** So many numbers one can choose from at a glance. */
const most = 3;

/** The number of the site that is meant; when none is, or it has none, the first few of all. @param siteId null = none */
export function phonesToShow(phones: readonly Phone[], siteId: string | null): readonly Phone[] {
  const there = phones.filter(({ site }) => site.id === siteId);
  if (there.length > 0) return there;
  return phones.filter(({ number }, at) => phones.findIndex((one) => one.number === number) === at).slice(0, most);
}
