import { type Call, type IncidentTold, stepsText } from './by-incident';
import { type MailContext, mailVariables, type MailVariables } from './mail-variables';

/** A call of a message that may tell of several. */
export type CallTold = Call & Pick<MailContext, 'ackToken'>;

type Links = Pick<MailContext, 'language' | 'publicUrl'>;

/** The variables of one incident in a mail: of the gravest call about it, with the steps of all of them. */
export function incidentVariables({ call, steps }: IncidentTold<CallTold>, links: Links): MailVariables {
  const { notice, incident, ackToken } = call;
  return {
    ...mailVariables(notice, { ...links, incident, ackToken }),
    stepTitle: stepsText(steps, links.language, 'person'),
  };
}

/** The variables of one mail that tells of several incidents, the gravest first, each with one link of its own. */
export function bundleVariables(
  told: readonly IncidentTold<CallTold>[],
  { allToken, ...links }: Links & { readonly allToken: string },
): MailVariables {
  const items = told.map((one) => incidentVariables(one, links));
  return {
    items,
    count: String(items.length),
    first: items[0]?.['severity'] ?? null,
    accent: items[0]?.['accent'] ?? null,
    allUrl: `${links.publicUrl}/ack#all.${allToken}`,
    overviewUrl: `${links.publicUrl}/`,
  };
}
