import { api, body } from '../../lib/api';

/** From now on whoever has the shift is called again. */
export const endStandIn = (site: string, override: string) =>
  body(api.DELETE('/api/v1/sites/{site}/overrides/{override}', { params: { path: { site, override } } }));
