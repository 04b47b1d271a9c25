import {
  type EscalationPolicy,
  isOpenStatus,
  nextEscalation,
  type Playbook,
  readySteps,
} from '@zenmeban/domain/engine';
import { DateTime } from 'luxon';
import { demoPeople, demoSites, timeZone } from './cast';
import { Dice, seconds } from './dice';
import { type Duty, onDutyAt } from './duty';
import { type Case, stories, type Story } from './stories';
import { TellIncident } from './tell-incident';
import { type ToldIncident, waitingSteps } from './told-incident';

export type Handbook = {
  readonly playbooks: ReadonlyMap<string, { versionId: string; version: number; content: Playbook }>;
  readonly policies: Readonly<Record<string, EscalationPolicy>>;
};

const daysTold = 30;
/** What is under way when the demo begins: some work still to do, one waiting for the supervisor's sign-off. */
const openNow = [
  { minutesAgo: 14, playbook: 'customer-falls', site: 'BJ1', stage: 'working' },
  { minutesAgo: 25, playbook: 'complaint', site: 'BJ1', stage: 'working' },
  { minutesAgo: 150, playbook: 'spilled-drink', site: 'BJ1', stage: 'resolved' },
  { minutesAgo: 20, playbook: 'spilled-drink', site: 'HX2', stage: 'working' },
  { minutesAgo: 30, playbook: 'gift', site: 'YS3', stage: 'working' },
] as const;

/** A month of incidents at three sites, and a few under way: about 90, in the order in which they were opened. */
export function tellHistory(handbook: Handbook, duties: readonly Duty[], now: Date): ToldIncident[] {
  const dice = new Dice(20_261_123);
  const deck = new Deck(dice);
  const told = stories.filter(({ playbook }) => handbook.playbooks.has(playbook));
  const past =
    told.length === 0
      ? []
      : openings(dice, now).map(({ site, at }) => {
          const story = weighted(told, dice);
          return tellOne({ handbook, duties, now, dice, story, site, openedAt: at, deck });
        });
  const current = openNow.flatMap(({ minutesAgo, playbook, site, stage }) => {
    const story = told.find((one) => one.playbook === playbook);
    return story
      ? (underWay({ handbook, duties, now, dice, story, site, openedAt: now, deck }, minutesAgo, stage) ?? [])
      : [];
  });
  return [...past, ...current].sort((a, b) => a.openedAt.getTime() - b.openedAt.getTime());
}

/** Opening hours of the sites: most visitors late in the morning and in the afternoon, twice as many at weekends. */
function openings(dice: Dice, now: Date): { site: string; at: Date }[] {
  const today = DateTime.fromJSDate(now, { zone: timeZone }).startOf('day');
  const hours = [9, 10, 10, 11, 11, 13, 14, 14, 15, 15, 16, 16, 17];
  return Array.from({ length: daysTold }, (_, index) => today.minus({ days: daysTold - index })).flatMap((day) =>
    demoSites.flatMap(({ code }, rank) => {
      const expected = (day.weekday >= 6 ? 1.5 : 0.75) * (rank === 0 ? 1.4 : 0.8);
      const count = Math.floor(expected + dice.roll());
      return Array.from({ length: count }, () => ({
        site: code,
        at: day.set({ hour: dice.pick(hours), minute: dice.between(0, 59), second: dice.between(0, 59) }).toJSDate(),
      }));
    }),
  );
}

type One = {
  handbook: Handbook;
  duties: readonly Duty[];
  now: Date;
  dice: Dice;
  story: Story;
  site: string;
  openedAt: Date;
  deck: Deck;
};

function tellOne({ handbook, duties, now, dice, story, site, openedAt, deck }: One): ToldIncident {
  const playbook = handbook.playbooks.get(story.playbook);
  if (!playbook) throw new Error(`the playbook ${story.playbook} is not loaded`);
  const happened = deck.draw(story);
  const has = demoSites.find(({ code }) => code === site)?.places.map(({ code }) => code) ?? [];
  const incident: ToldIncident = {
    id: dice.id(openedAt),
    site,
    place: placeOf(
      happened.places.filter((place) => has.includes(place)),
      dice,
    ),
    playbook,
    policies: handbook.policies,
    summary: happened.summary,
    openedBy: opener(duties, site, openedAt, dice),
    openedAt,
    occurredAt: seconds(openedAt, -dice.between(20, 240)),
    status: 'open',
    restricted: false,
    steps: [],
    settled: new Map(),
    assignees: new Map(),
    chains: [],
    entries: [],
  };
  return new TellIncident({ story, happened, incident, duties, withRole, dice, now }).tell();
}

/** A site may have none of a case's places. */
const placeOf = (places: readonly string[], dice: Dice) => (places.length > 0 ? dice.pickEarly(places) : null);

/** Whoever receives visitors at that hour; at night the guard, else whoever supervises. */
function opener(duties: readonly Duty[], site: string, at: Date, dice: Dice): string {
  const posts = ['reception', 'bar', 'sales'] as const;
  const serving = posts.flatMap((post) => onDutyAt(duties, site, post, at));
  const others = [...onDutyAt(duties, site, 'security', at), ...onDutyAt(duties, site, 'supervisor', at)];
  return serving.length > 0 ? dice.pickEarly(serving) : dice.pick(others.slice(0, 1));
}

/** Tells it again until it has come to that stage, with nothing that would call anybody in the next ten minutes. */
function underWay(one: One, minutesAgo: number, stage: 'working' | 'resolved'): ToldIncident | undefined {
  const soon = seconds(one.now, 600);
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const told = tellOne({ ...one, openedAt: seconds(one.now, -60 * minutesAgo - one.dice.between(-300, 300)) });
    const atWork = isOpenStatus(told.status) && readySteps(told.playbook.content, told).length > 0;
    const quiet = told.chains.every(({ acknowledgedAt }) => acknowledgedAt);
    if (
      stage === 'resolved'
        ? told.status === 'resolved'
        : atWork && quiet && dueTimes(told, one.now).every((at) => at > soon)
    )
      return told;
  }
  return undefined;
}

/** When a chain, a deadline or a reminder would make itself heard. */
export function dueTimes(told: ToldIncident, now: Date): Date[] {
  const { chains, policies } = told;
  const calls = chains.flatMap((chain) => {
    const policy = policies[chain.policyId];
    return (policy && nextEscalation(policy, chain)?.dueAt) ?? [];
  });
  return [...calls, ...waitingSteps(told, now).map(({ dueAt }) => dueAt)];
}

const withRole = (site: string, role: string) =>
  demoPeople.filter((person) => person.role === role && (person.site ?? site) === site).map(({ key }) => key);

/** Deals every case of a story before one comes again. */
class Deck {
  private readonly left = new Map<Story, Case[]>();

  constructor(private readonly dice: Dice) {}

  draw(story: Story): Case {
    const cards = this.left.get(story) ?? [];
    if (cards.length === 0) cards.push(...story.cases);
    const card = this.dice.pick(cards);
    this.left.set(
      story,
      cards.filter((other) => other !== card),
    );
    return card;
  }
}

function weighted(told: readonly Story[], dice: Dice): Story {
  return dice.pick(told.flatMap((story) => Array.from({ length: story.weight }, () => story)));
}
