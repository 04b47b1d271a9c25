import { z } from 'zod';
import { instant } from './common';

/** A mail this server sent to itself because no mail server is configured. */
export const inboxMail = z
  .object({
    id: z.string(),
    messageId: z.string(),
    from: z.string(),
    to: z.array(z.string()),
    subject: z.string(),
    receivedAt: instant,
    text: z.string(),
    /** Safe to show in a sandboxed frame. */
    html: z.string(),
  })
  .meta({ id: 'InboxMail' });
