import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from './person.entity';

/** The response to a write, kept with the key the client gave it, so that a repeated request has one effect. */
@Entity('idempotency_key')
@Index('idempotency_key_age', ['createdAt'])
export class IdempotencyKey {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'idempotency_key_pkey' })
  personId: string;

  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'idempotency_key_person_fkey' })
  person: Relation<Person>;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'idempotency_key_pkey' })
  key: string;

  /** Method and path. */
  @Column('text')
  route: string;

  /** SHA-256 of the body, hex. */
  @Column('text')
  bodyHash: string;

  /** Null until the effect's own transaction ends with it. */
  @Column('integer', { nullable: true })
  status: number | null;

  @Column('jsonb', { nullable: true })
  response: unknown;

  @Column('timestamptz', { default: () => 'app.app_now()' })
  createdAt: Date;
}
