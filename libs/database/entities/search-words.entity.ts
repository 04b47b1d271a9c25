import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Everyday words a playbook is also found by (`everyday-words.yaml`). Not part of its versions: a new word changes
 * nothing of what people follow.
 */
@Entity('search_words')
export class SearchWords {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'search_words_pkey' })
  playbookId: string;

  @Column('jsonb')
  words: { zh: readonly string[]; en: readonly string[] };
}
