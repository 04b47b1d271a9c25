import type { Engine } from '../../lib/types';
import { phonesToShow } from './phones-to-show';
import { useEngine } from './use-engine';
import { useSiteInView } from './use-site-in-view';

/** Whom to phone when the product may not call for help, as far as this device has heard. */
export const usePhones = (): Engine['phones'] => [...phonesToShow(useEngine().phones, useSiteInView())];
