import { type RefObject, useLayoutEffect, useRef } from 'react';

const closest = 3;

/**
 * For a card that is to be seen at one glance: sets it closer (`data-fit`, up to three degrees) until it ends above the
 * bar at the bottom of the screen. Where even the closest does not fit, the page is scrolled.
 * @param content names what the height depends on: another content is fitted anew
 */
export function useFit(barHeight: number, content: string): RefObject<HTMLElement | null> {
  const card = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const fit = () => {
      for (let degree = 0; degree <= closest && card.current; degree++) {
        card.current.dataset['fit'] = String(degree);
        if (card.current.getBoundingClientRect().bottom + scrollY <= innerHeight - barHeight) return;
      }
    };
    fit();
    addEventListener('resize', fit);
    return () => removeEventListener('resize', fit);
  }, [barHeight, content]);
  return card;
}
