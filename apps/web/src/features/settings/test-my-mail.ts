import { api, body } from '../../lib/api';

/** Has a mail sent to oneself. @returns what the mail server said, within 15 s */
export const testMyMail = () => body(api.POST('/api/v1/me/preferences/test'));
