import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from './person.entity';
import { Shift } from './shift.entity';

export type SwapState = 'proposed' | 'confirmed' | 'declined' | 'withdrawn';

/** A shift offered to a colleague, in exchange for one of theirs or as a gift; it moves when they confirm. */
@Entity('shift_swap')
@Index('shift_swap_once', ['shiftId'], { unique: true, where: `state = 'proposed'` })
@Index('shift_swap_for', ['withPersonId'], { where: `state = 'proposed'` })
@Check('shift_swap_state', `state in ('proposed', 'confirmed', 'declined', 'withdrawn')`)
export class ShiftSwap {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'shift_swap_pkey' })
  id: string;

  @Column('uuid')
  shiftId: string;

  @ManyToOne(() => Shift)
  @JoinColumn({ name: 'shift_id', foreignKeyConstraintName: 'shift_swap_shift_fkey' })
  shift: Relation<Shift>;

  @Column('uuid')
  withPersonId: string;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'with_person_id', foreignKeyConstraintName: 'shift_swap_with_person_fkey' })
  withPerson: Relation<Person>;

  /** Null: nothing is given in return. */
  @Column('uuid', { nullable: true })
  withShiftId: string | null;

  @ManyToOne(() => Shift)
  @JoinColumn({ name: 'with_shift_id', foreignKeyConstraintName: 'shift_swap_with_shift_fkey' })
  withShift: Relation<Shift> | null;

  @Column('text', { default: '' })
  note: string;

  @Column('uuid')
  proposedById: string;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'proposed_by_id', foreignKeyConstraintName: 'shift_swap_proposed_by_fkey' })
  proposedBy: Relation<Person>;

  @Column('timestamptz', { default: () => 'app.app_now()' })
  proposedAt: Date;

  @Column('text', { default: 'proposed' })
  state: SwapState;

  @Column('timestamptz', { nullable: true })
  settledAt: Date | null;
}
