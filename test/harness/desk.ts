import { resolve } from 'node:path';
import { type Config, ConfigModule } from '@zenmeban/config';
import { Database } from '@zenmeban/database';
import type { Answers, Playbook } from '@zenmeban/domain/engine';
import { Policies } from '@zenmeban/escalation';
import { EngineModule, type EngineMode, LoadHandbook } from '@zenmeban/engine';
import { Sender } from '@zenmeban/notifications';
import { JobQueues } from '@zenmeban/queues';
import { Fire, Relay } from '@zenmeban/timers';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiModule, createApiApp } from '../../apps/api';
import { WorkerModule } from '../../apps/worker';
import { pick, plainAnswers } from './answers';
import { Client, type IncidentView } from './client';
import { makeClockPushable, pushClock } from './clock';
import { type Arrived, Mailbox } from './mailbox';
import { type OwnPlaybook, TestHandbook } from './handbook';
import { createTestDatabase, type TestDatabase } from './postgres';
import { hireStaff, mailOf, type StaffKey } from './staff';

/** `redisUrl` null = BullMQ on Postgres; `playbooks` are a test's own, in place of the product's. */
export type DeskOptions = {
  redisUrl: string | null;
  engine?: EngineMode;
  playbooks?: readonly OwnPlaybook[];
  deadmanUrl?: string;
  /** Whether calls wait for each other, as the product's policies say; without it each story gets its calls at once. */
  bundling?: boolean;
};

/** How long the desk may need to fall silent before a story is called broken. */
const patienceMs = 10_000;

/** The whole product on real parts, with a clock that can be pushed and a mailbox: what stories are told with. */
export class Desk {
  private readonly clients = new Map<StaffKey, Client>();

  private constructor(
    readonly app: NestFastifyApplication,
    readonly mailbox: Mailbox,
    private readonly testDatabase: TestDatabase,
    /** What was loaded, when it is a test's own. */
    private readonly ownHandbook: TestHandbook | null,
    private readonly bundling: boolean,
  ) {}

  static async open(options: DeskOptions): Promise<Desk> {
    const testDatabase = await createTestDatabase();
    const mailbox = await Mailbox.open();
    const handbook = options.playbooks ? await TestHandbook.of(...options.playbooks) : null;
    const config: Config = {
      mode: 'server',
      production: false,
      host: '127.0.0.1',
      port: 0,
      publicUrl: 'http://localhost',
      dataDir: '',
      databaseUrl: testDatabase.url,
      databasePoolSize: 10,
      redisUrl: options.redisUrl,
      smtpUrl: mailbox.url,
      mailFrom: 'Zenmeban <zenmeban@example.test>',
      secret: 'a secret of the tests, long enough to pass',
      demo: false,
      localInbox: false,
      deadmanUrl: options.deadmanUrl ?? null,
      playbooksDir: handbook?.folder ?? resolve('playbooks'),
      logLevel: 'silent',
    };

    @Module({
      imports: [
        ConfigModule.forRoot(config),
        EngineModule.forRoot(options.engine ?? 'without-sweep'),
        ApiModule,
        WorkerModule,
      ],
    })
    class DeskRoot {}

    const app = await createApiApp(DeskRoot, { logLevels: process.env['DESK_LOG'] ? ['log', 'warn', 'error'] : [] });
    const desk = new Desk(app, mailbox, testDatabase, handbook, options.bundling ?? false);
    try {
      await makeClockPushable(desk.database.source);
      await app.get(LoadHandbook).load(config.playbooksDir);
      await desk.database.transaction(hireStaff);
      if (!desk.bundling) await callOneByOne(app.get(Policies));
      return desk;
    } catch (error) {
      await desk.close();
      throw error;
    }
  }

  get database(): Database {
    return this.app.get(Database);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.mailbox.close();
    await this.testDatabase.drop();
    await this.ownHandbook?.remove();
  }

  /** Changes a piece of a file of the handbook and loads it anew. */
  async changeHandbook(name: string, from: string, to: string): Promise<void> {
    if (!this.ownHandbook) throw new Error('this desk works with the playbooks of the product');
    await this.ownHandbook.change(name, from, to);
    await this.app.get(LoadHandbook).load(this.ownHandbook.folder);
    if (!this.bundling) await callOneByOne(this.app.get(Policies));
  }

  /** A signed-in person; signs in once. */
  async as(key: StaffKey): Promise<Client> {
    const client = this.clients.get(key) ?? (await Client.signIn(this.app, key));
    this.clients.set(key, client);
    return client;
  }

  nobody(): Client {
    return Client.nobody(this.app);
  }

  /** A drill of the floor. */
  async openDrill(playbook: string): Promise<IncidentView> {
    return this.openIncident(playbook, { drill: true });
  }

  /** Opens an incident as the floor and waits until the first calls are out. */
  async openIncident(playbook: string, more: object = {}): Promise<IncidentView> {
    const floor = await this.as('floor');
    const { status, body } = await floor.post('incidents', { playbook, ...more });
    if (status !== 201) throw new Error(`not opened: ${status} ${JSON.stringify(body)}`);
    await this.settle();
    return body;
  }

  /** Completes the steps that are ready, with these answers where they ask, until none is ready. */
  async finishSteps(incidentId: string, answers: Answers, by: StaffKey = 'floor'): Promise<IncidentView> {
    const client = await this.as(by);
    for (;;) {
      const { body } = await client.get(`incidents/${incidentId}`);
      const step = body.steps.find(({ state }) => state === 'ready');
      if (!step) return body;
      await this.complete(incidentId, step.id, answers, by);
    }
  }

  /** Completes one step, as the floor or somebody else, with these answers where it asks for them, plain ones otherwise. */
  async complete(
    incidentId: string,
    stepId: string,
    answers: Answers = {},
    by: StaffKey = 'floor',
  ): Promise<IncidentView> {
    const client = await this.as(by);
    const incident = await client.get<{ playbook: { id: string; version: number } }>(`incidents/${incidentId}`);
    const { id, version } = incident.body.playbook;
    const playbook = await client.get<Playbook>(`playbooks/${id}?version=${version}`);
    const step = playbook.body.steps.find((one) => one.id === stepId);
    const { status, body } = await client.post(`incidents/${incidentId}/steps/${stepId}/complete`, {
      answers: { ...plainAnswers(step?.ask ?? {}), ...pick(answers, Object.keys(step?.ask ?? {})) },
    });
    if (status !== 200) throw new Error(`${stepId} not completed: ${status} ${JSON.stringify(body)}`);
    await this.settle();
    return body;
  }

  /**
   * Lets time pass for the database, tells the queue, and waits until everything that became due is done. The queue is
   * told again while something waits: a wake-up that an earlier push made too early is just being handed over anew.
   */
  async fastForward(by: string): Promise<void> {
    await pushClock(this.database.source, by);
    await this.until(async () => {
      await this.app.get(Relay).relay();
      await this.app.get(JobQueues).promoteAll();
      await soon();
    });
  }

  /** Lets the sweepers alone do everything that is due, as if the queue had never been. */
  async sweep(): Promise<void> {
    await this.until(async () => {
      await this.app.get(Fire).sweep(0);
      await this.app.get(Sender).sendDue({ overdueSeconds: 0 });
    });
  }

  /** Waits until nothing that is due waits any more. */
  async settle(): Promise<void> {
    await this.until(soon);
  }

  /** Repeats `round` until nothing is due. */
  private async until(round: () => Promise<void>): Promise<void> {
    const deadline = performance.now() + patienceMs;
    for (;;) {
      const [{ waiting }] = await this.database.source.query<[{ waiting: number }]>(
        `SELECT ((SELECT count(*) FROM app.timer WHERE state = 'armed' AND due_at <= app.app_now())
               + (SELECT count(*) FROM app.notification
                  WHERE state = 'sending' OR (state = 'pending' AND next_attempt_at <= app.app_now())))::int AS waiting`,
      );
      if (waiting === 0) return;
      if (performance.now() > deadline)
        throw new Error(`${waiting} due things still wait: ${await this.waitingThings()}`);
      await round();
    }
  }

  /** What is due and why it may wait, for the reader of a failed story. */
  private async waitingThings(): Promise<string> {
    const things = await this.database.source.query<object[]>(
      `SELECT 'timer' AS what, key, gen, hinted_gen, hint_no, failures, last_error, app.app_now() - due_at AS late
         FROM app.timer WHERE state = 'armed' AND due_at <= app.app_now()
       UNION ALL SELECT 'notice ' || state, dedupe_key, attempts, 0, 0, 0, template, app.app_now() - next_attempt_at
         FROM app.notification WHERE state IN ('pending', 'sending') AND next_attempt_at <= app.app_now()`,
    );
    return JSON.stringify(things);
  }

  mailTo(key: StaffKey): Arrived[] {
    return this.mailbox.to(mailOf(key));
  }

  /** The token behind the button of the newest mail to a person about an incident. */
  tokenFor(key: StaffKey, { reference }: Pick<IncidentView, 'reference'>): string {
    const mail = this.mailTo(key).findLast(({ text }) => text?.includes(reference));
    const token = /\/ack#([\w-]+)/.exec(mail?.text ?? '')?.[1];
    if (token === undefined) throw new Error(`no acknowledgement link was mailed to ${key}`);
    return token;
  }
}

/** Takes from the current policies that calls wait for each other. */
async function callOneByOne(policies: Policies): Promise<void> {
  const current = [...(await policies.current()).values()];
  await policies.store(current.map(({ bundleSeconds: _, ...policy }) => policy));
}

/** A pause between two looks at what is still due. */
const soon = () => new Promise<void>((resolvePause) => setTimeout(resolvePause, 20));
