import { textProblem } from '@zenmeban/domain/engine';
import { z } from 'zod';
import { id, instant, requiredText } from './common';
import { severity } from './incidents';

export const channelKind = z.enum(['wecom', 'dingtalk', 'feishu', 'webhook']);
const language = z.enum(['zh', 'en']);

/** A robot of a group chat, or a webhook of another system. Its address and secret are never told again. */
export const channel = z
  .object({
    id,
    kind: channelKind,
    name: z.string(),
    /** Null = of a person, or of the whole group. */
    siteId: id.nullable(),
    /** Mine alone: told when I am called. */
    personal: z.boolean(),
    /** Host and last characters of the address: `qyapi.weixin.qq.com/…1f3a`. */
    address: z.string(),
    hasSecret: z.boolean(),
    language,
    /** What is less severe is not told here. */
    leastSeverity: severity,
    enabled: z.boolean(),
    /** Why it is off when nobody switched it off; `gone`: its endpoint answered 410 Gone. */
    offBecause: z.enum(['gone']).nullable(),
    /** Messages refused for good, one after the other. */
    failures: z.int(),
    /** Of the last 30 days: when a call last arrived, and since when the attempts fail. Tests do not count. */
    lastDeliveredAt: instant.nullable(),
    failingSince: instant.nullable(),
    createdAt: instant,
  })
  .meta({ id: 'Channel' });

/** `secret` in clear stands in this answer only, and only where we made it: a webhook's, `whsec_…`. */
export const createdChannel = z.object({ channel, secret: z.string().nullable() }).meta({ id: 'CreatedChannel' });

const address = z.url({ protocol: /^https?$/ }).max(2_000);
/** Of DingTalk (`SEC…`) and Feishu, as their group's settings show it; a webhook's is made by the server. */
const secret = requiredText(200);

export const addChannel = z.strictObject({
  kind: channelKind,
  name: requiredText(100),
  address,
  secret: secret.optional(),
  language: language.optional(),
  leastSeverity: severity.optional(),
});

/** Only what is given changes. */
export const changeChannel = z.strictObject({
  name: requiredText(100).optional(),
  address: address.optional(),
  /** Null takes it away. */
  secret: secret.nullable().optional(),
  language: language.optional(),
  leastSeverity: severity.optional(),
  enabled: z.boolean().optional(),
});

/** How a test message ended, within 15 s. */
export const testResult = z
  .object({
    /** `ambiguous`: nobody knows whether it arrived. */
    outcome: z.enum(['accepted', 'temporary', 'permanent', 'ambiguous']),
    /** What happened and what to do about it, in the caller's language. */
    sentence: z.string(),
    milliseconds: z.int(),
  })
  .meta({ id: 'TestResult' });

/** `HH:MM`. */
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const quietHours = z.strictObject({
  from: timeOfDay,
  /** At or before `from`: on the next day. */
  until: timeOfDay,
});

export const preferences = z
  .object({
    language,
    phone: z.string().nullable(),
    /** Local to the site; then only calls of the highest severity come through. Null = none. */
    quietHours: quietHours.nullable(),
    mail: z.object({
      address: z.string(),
      /** The mail server refused the last mails for good: nothing is mailed there until somebody looks. */
      refused: z.boolean(),
    }),
    channels: z.array(channel),
  })
  .meta({ id: 'Preferences' });

/** Digits with spaces, dashes and brackets, perhaps with a country code. */
const phone = z
  .string()
  .regex(/^\+?[\d\s()-]{3,40}$/)
  .refine((value) => textProblem(value) === null);

/** Only what is given changes; null takes it away. */
export const changePreferences = z.strictObject({
  language: language.optional(),
  phone: phone.nullable().optional(),
  quietHours: quietHours.nullable().optional(),
});
