import type { Localized } from '@zenmeban/domain/engine';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { Site } from './site.entity';

/** A place inside a site (位置): hall, show flat, car park. */
@Entity('place')
@Unique('place_site_code_key', ['siteId', 'code'])
export class Place {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'place_pkey' })
  id: string;

  @Column('uuid')
  siteId: string;

  @ManyToOne(() => Site)
  @JoinColumn({ name: 'site_id', foreignKeyConstraintName: 'place_site_fkey' })
  site: Relation<Site>;

  @Column('text')
  code: string;

  @Column('jsonb')
  name: Localized;
}
