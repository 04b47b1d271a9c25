import type { Language } from '@zenmeban/domain/engine';
import { api, body } from '../../lib/api';
import { showLanguage } from '../../lib/i18n';
import { meQuery } from '../../lib/queries';
import { queryClient } from '../../lib/query-client';

/** Shows another language at once and tells the server, so that mails come in it too. */
export function useLanguage(): (language: Language) => void {
  return (language) => {
    void showLanguage(language, true);
    body(api.PATCH('/api/v1/me', { body: { language } })).then(
      (me) => queryClient.setQueryData(meQuery.queryKey, me),
      () => undefined, // this device shows it all the same
    );
  };
}
