import { type RefObject, useLayoutEffect, useRef } from 'react';

const closest = 3;

/**
 * For a card that is to be seen at one glance: sets it closer (`data-fit`, up to three degrees) until it ends above the
 * bar at the bottom of the screen, anew whenever its content or the screen changes. Where even the closest does not fit,
 * the page is scrolled.
 */
export function useFit(barHeight: number): RefObject<HTMLElement | null> {
  const card = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = card.current;
    if (!element) return;
    let fitted = 0;
    const fit = () => {
      for (let degree = 0; degree <= closest; degree++) {
        element.dataset['fit'] = String(degree);
        if (element.getBoundingClientRect().bottom + scrollY <= innerHeight - barHeight) break;
      }
      fitted = element.offsetHeight;
    };
    fit();
    // Fitting changes the height, too, which is no reason to fit again.
    const grown = new ResizeObserver(() => {
      if (element.offsetHeight !== fitted) fit();
    });
    grown.observe(element);
    addEventListener('resize', fit);
    return () => {
      grown.disconnect();
      removeEventListener('resize', fit);
    };
  }, [barHeight]);
  return card;
}
