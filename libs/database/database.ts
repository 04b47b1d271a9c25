import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';

/** What runs inside one transaction; everything that writes takes one. */
export type Transaction = EntityManager;

type Ambient = { tx: Transaction; afterCommit: (() => void)[] };

/** The one way to a transaction. */
@Injectable()
export class Database {
  private readonly ambient = new AsyncLocalStorage<Ambient>();

  constructor(@InjectDataSource() readonly source: DataSource) {}

  /** For reading outside of a transaction. */
  get manager(): EntityManager {
    return this.ambient.getStore()?.tx ?? this.source.manager;
  }

  /**
   * Runs `work` in a transaction and returns its result after the commit. Called inside another one, it joins it, so
   * that an effect and the idempotency key of its request commit together.
   */
  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const outer = this.ambient.getStore();
    if (outer) return work(outer.tx);
    const afterCommit: (() => void)[] = [];
    const result = await this.source.transaction((tx) => this.ambient.run({ tx, afterCommit }, () => work(tx)));
    for (const nudge of afterCommit) nudge();
    return result;
  }

  /**
   * As `transaction`, but inside another one a failure undoes `work` alone (a savepoint), so that the caller may go on.
   */
  async attempt<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const outer = this.ambient.getStore();
    return outer ? outer.tx.transaction(work) : this.transaction(work);
  }

  /** The database's time: the only one that decides anything. */
  async now(): Promise<Date> {
    const [{ now }] = await this.manager.query<[{ now: Date }]>('SELECT app.app_now() AS now');
    return now;
  }

  /** Does `nudge` once the current transaction has committed, never when it rolls back; at once outside of one. */
  afterCommit(nudge: () => void): void {
    const current = this.ambient.getStore();
    if (current) current.afterCommit.push(nudge);
    else nudge();
  }

  /** Runs a statement that Postgres parses and plans once per connection; returns its rows. */
  async prepared<Row>(tx: Transaction, name: string, text: string, values: unknown[]): Promise<Row[]> {
    const runner = tx.queryRunner;
    if (!runner) throw new Error('a prepared statement needs a transaction');
    const client = (await runner.connect()) as {
      query(q: { name: string; text: string; values: unknown[] }): Promise<{ rows: Row[] }>;
    };
    const { rows } = await client.query({ name, text, values });
    return rows;
  }
}
