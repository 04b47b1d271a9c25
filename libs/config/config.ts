/** Everything the processes take from their environment, checked once by `readConfig`. */
export type Config = {
  /** `standalone`: embedded Postgres and local inbox where no service is named; `server`: everything is named. */
  readonly mode: 'standalone' | 'server';
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  /** Base of links in mails and of cookies, without a trailing slash. */
  readonly publicUrl: string;
  readonly dataDir: string;
  readonly databaseUrl: string;
  /** Largest number of Postgres connections of the main pool of one process. */
  readonly databasePoolSize: number;
  /** BullMQ runs on Redis when given, on Postgres when not. */
  readonly redisUrl: string | null;
  readonly smtpUrl: string;
  /** Sender of all mail, `Name <address>` or an address. */
  readonly mailFrom: string;
  /** Signs sessions; at least 32 characters. */
  readonly secret: string;
  /** Demo accounts, sites and history; only ever on a loopback address or when asked for with DEMO=1. */
  readonly demo: boolean;
  /** Whether captured mail can be read at /inbox (standalone without SMTP_URL). */
  readonly localInbox: boolean;
  /** Pinged each minute while all is well; null = nobody watches from outside. */
  readonly deadmanUrl: string | null;
  readonly playbooksDir: string;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
};

/** Nest token of the `Config`. */
export const CONFIG = Symbol('CONFIG');
