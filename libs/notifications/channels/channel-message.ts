import type { Language, Severity } from '@zenmeban/domain/engine';

/** One incident in a message to a channel: texts as they are, not yet escaped. Nothing personal ever stands here. */
export type ChannelItem = {
  /** Of the incident, its site, and the level that is called, from 1; null in a test, which is about none. */
  readonly id: string | null;
  readonly siteCode: string | null;
  readonly level: number | null;
  readonly severity: Severity;
  readonly reference: string;
  /** Site and place; null where only the reference may be told. */
  readonly place: string | null;
  readonly playbook: string | null;
  /** The steps it is about, unless they are confidential. */
  readonly step: string | null;
  /** Why it is told, in a sentence. */
  readonly why: string;
  readonly url: string;
};

/** What a channel is told: one incident, or several that waited for each other, the gravest first. */
export type ChannelMessage = {
  readonly language: Language;
  /** One plain line. */
  readonly title: string;
  readonly items: readonly ChannelItem[];
  /** All open incidents, for what does not fit. */
  readonly overviewUrl: string;
};

/** An HTTP request to a channel, whole. */
export type ChannelRequest = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** Where a robot listens; its secret, where it has one. */
export type RobotAddress = { readonly url: string; readonly secret: string | null };
