import { z } from 'zod';

/** A URL of one of the schemes, with a host. The value is never repeated in the sentence: it may hold a password. */
function url(name: string, ...schemes: string[]) {
  const said = schemes.map((scheme) => `${scheme}://`).join(' or ');
  return z.string().refine(
    (value) => {
      const parsed = URL.canParse(value) ? new URL(value) : null;
      return parsed !== null && schemes.includes(parsed.protocol.slice(0, -1)) && parsed.hostname !== '';
    },
    { error: `${name} must be a URL that begins with ${said} and names a host.` },
  );
}

function wholeNumber(name: string, least: number, most: number) {
  return z
    .string()
    .refine((value) => /^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most, {
      error: ({ input }) => `${name} must be a whole number from ${least} to ${most}, not "${String(input)}".`,
    })
    .transform(Number);
}

function choice<const T extends readonly string[]>(name: string, values: T) {
  return z.enum(values, {
    error: ({ input }) => `${name} must be one of ${values.join(', ')}, not "${String(input)}".`,
  });
}

function yesNo(name: string) {
  return choice(name, ['1', '0', 'true', 'false', 'yes', 'no']).transform((value) =>
    ['1', 'true', 'yes'].includes(value),
  );
}

const host = z
  .string()
  .regex(/^[\w.:-]+$/, { error: 'HOST must be an address or a name to listen on, such as 127.0.0.1 or 0.0.0.0.' });
const sender = z.string().regex(/^(?:[^<>\r\n]*<[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/, {
  error: 'MAIL_FROM must be an address or "Name <address>".',
});
const folder = (name: string) =>
  z.string().refine((value) => !value.includes('\0'), { error: `${name} must be a path.` });

/** Every variable that Zenmeban reads; the empty string counts as not set. */
export const variables = z.object({
  NODE_ENV: z.string().optional(),
  HOST: host.optional(),
  PORT: wholeNumber('PORT', 0, 65_535).optional(),
  PUBLIC_URL: url('PUBLIC_URL', 'http', 'https').optional(),
  DATA_DIR: folder('DATA_DIR').optional(),
  PLAYBOOKS_DIR: folder('PLAYBOOKS_DIR').optional(),
  DATABASE_URL: url('DATABASE_URL', 'postgres', 'postgresql').optional(),
  DATABASE_POOL_SIZE: wholeNumber('DATABASE_POOL_SIZE', 2, 200).optional(),
  REDIS_URL: url('REDIS_URL', 'redis', 'rediss').optional(),
  SMTP_URL: url('SMTP_URL', 'smtp', 'smtps').optional(),
  MAIL_FROM: sender.optional(),
  SECRET: z.string().min(32, { error: 'SECRET must have at least 32 characters.' }).optional(),
  DEADMAN_URL: url('DEADMAN_URL', 'http', 'https').optional(),
  DEMO: yesNo('DEMO').optional(),
  LOG_LEVEL: choice('LOG_LEVEL', ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).optional(),
});

export type Variables = z.output<typeof variables>;

/** Those whose value may stand in a file named by `<NAME>_FILE`. */
export const secretVariables = ['DATABASE_URL', 'REDIS_URL', 'SMTP_URL', 'SECRET', 'DEADMAN_URL'] as const;
