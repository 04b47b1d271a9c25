import {
  type CallHistory,
  type CallReason,
  type EscalationCause,
  type Language,
  type Localized,
  type Severity,
} from '@zenmeban/domain/engine';
import { callWords, type HandedOver } from './call-words';
import { type ChannelTrouble, channelVariables } from './channel-trouble-words';
import { type SwapTold, swapVariables } from './swap-words';
import { accents, confidentialStep, levelHeading, localTime, reminderSentence, severityWord } from './words';

/** What is stored with a notice; everything else is read again at the moment of sending. */
export type StoredVariables = {
  escalation: { level: number; reason: CallReason; cause: EscalationCause; stepId: string | null } & CallHistory;
  'step-assigned': { stepId: string; dueAt: string | null };
  'step-reminder': { stepId: string; dueAt: string };
  'incident-cancelled': Record<string, never>;
  'incident-reopened': Record<string, never>;
  /** The link is a secret: emptied as soon as the notice is final. */
  'password-reset': { url: string };
  /** What the auditor found. */
  'watch-alarm': { findings: readonly Localized[] };
  /** Where the roster of a site will leave people uncalled. */
  'duty-gap': { siteCode: string; siteName: Localized; lines: readonly Localized[] };
  /** To the administrators, about whoever cannot be reached. */
  unreachable: { name: string; email: string };
  /** A channel was switched off, or refuses again and again: to those who look after it. */
  'channel-off': ChannelTrouble;
  /** What became of an offer to swap shifts, to one of the two. */
  'shift-swap': SwapTold;
  /** Asked for by its recipient; never stored. */
  test: Record<string, never>;
};
export type TemplateName = keyof StoredVariables;

export const templateNames: readonly TemplateName[] = [
  'escalation',
  'step-assigned',
  'step-reminder',
  'incident-cancelled',
  'incident-reopened',
  'password-reset',
  'watch-alarm',
  'duty-gap',
  'unreachable',
  'channel-off',
  'shift-swap',
  'test',
];

/** A notice with its stored variables: the template decides their shape. */
export type Notice = { [T in TemplateName]: { template: T; variables: StoredVariables[T] } }[TemplateName];

/** What a mail may tell about an incident. Never its summary, notes or answers: those are about customers. */
export type IncidentFacts = {
  readonly id: string;
  readonly reference: string;
  readonly severity: Severity;
  readonly openedAt: Date;
  readonly siteCode: string;
  readonly siteName: Localized;
  readonly timeZone: string;
  readonly placeName: Localized | null;
  readonly playbookTitle: Localized;
  /** Of the step the notice is about, if there is one. */
  readonly stepTitle: Localized | null;
  /** Then its title never leaves the product. */
  readonly stepConfidential: boolean;
  /** Of a call by which somebody hands it to its recipient. */
  readonly handedOver: HandedOver | null;
  /** Then groups are told its reference alone. */
  readonly restricted: boolean;
};

/** Links are made here; `ackToken` is the only place where a token ever stands in clear, and is never stored. */
export type MailContext = {
  readonly language: Language;
  readonly publicUrl: string;
  readonly incident: IncidentFacts | null;
  readonly ackToken: string | null;
};

/** What a template is given: texts only, and lists of such, so that nothing in them can act. */
export type MailVariables = { readonly [name: string]: string | null | readonly string[] | readonly MailVariables[] };

/** The variables of one mail, in the recipient's language and the site's time zone. */
export function mailVariables(notice: Notice, context: MailContext): MailVariables {
  if (notice.template === 'password-reset') return { url: notice.variables.url };
  if (notice.template === 'duty-gap') {
    const { siteCode, siteName, lines } = notice.variables;
    return {
      siteName: siteName[context.language],
      lines: lines.map((line) => line[context.language]),
      rosterUrl: `${context.publicUrl}/roster?site=${encodeURIComponent(siteCode)}`,
    };
  }
  if (notice.template === 'watch-alarm') {
    const lines = notice.variables.findings.map((finding) => finding[context.language]);
    return { lines, watchUrl: `${context.publicUrl}/watch` };
  }
  const { incident, language, publicUrl } = context;
  if (notice.template === 'shift-swap') return swapVariables(notice.variables, context);
  if (notice.template === 'channel-off') return channelVariables(notice.variables, context);
  if (notice.template === 'test') return { url: publicUrl };
  if (notice.template === 'unreachable') return { ...notice.variables, url: publicUrl };
  if (!incident) throw new Error(`a mail of the kind ${notice.template} needs an incident`);
  const facts = {
    reference: incident.reference,
    siteName: incident.siteName[language],
    placeName: incident.placeName?.[language] ?? null,
    playbookTitle: incident.playbookTitle[language],
    stepTitle: incident.stepConfidential ? confidentialStep[language] : (incident.stepTitle?.[language] ?? null),
    severity: severityWord[language][incident.severity],
    accent: accents[incident.severity],
    openedAt: localTime(incident.openedAt, incident.timeZone, language),
    incidentUrl: `${publicUrl}/incidents/${incident.id}`,
    dueAt: null,
  };
  switch (notice.template) {
    case 'escalation': {
      if (!context.ackToken) throw new Error('a call needs an acknowledgement token');
      return {
        ...facts,
        ...callWords(notice.variables, language, { whom: 'person', handedOver: incident.handedOver }),
        heading: levelHeading(notice.variables.level, language),
        ackUrl: `${publicUrl}/ack#${context.ackToken}`,
      };
    }
    case 'step-assigned': {
      const { stepId, dueAt } = notice.variables;
      return {
        ...facts,
        stepTitle: facts.stepTitle ?? stepId,
        dueAt: dueAt && localTime(new Date(dueAt), incident.timeZone, language),
      };
    }
    case 'step-reminder': {
      const { stepId, dueAt } = notice.variables;
      const due = localTime(new Date(dueAt), incident.timeZone, language);
      return {
        ...facts,
        stepTitle: facts.stepTitle ?? stepId,
        dueAt: due,
        reminder: reminderSentence(due, language),
      };
    }
    default:
      return facts;
  }
}
