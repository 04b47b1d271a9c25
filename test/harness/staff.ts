import { Place, Site, type Transaction } from '@zenmeban/database';
import type { Language, Post, Role } from '@zenmeban/domain/engine';
import { createPerson } from '@zenmeban/identity';
import { v7 } from 'uuid';

export const password = 'demo-demo-demo';

/** Who works where in every story. Names matter to no test. */
const people: readonly { key: string; role: Role; site: 'BJ1' | 'SH1' | null; post?: Post; language?: Language }[] = [
  { key: 'floor', role: 'staff', site: 'BJ1' },
  { key: 'colleague', role: 'staff', site: 'BJ1' },
  { key: 'supervisor', role: 'supervisor', site: 'BJ1', post: 'supervisor' },
  { key: 'manager', role: 'manager', site: 'BJ1', language: 'en' },
  { key: 'facilities', role: 'staff', site: 'BJ1', post: 'facilities' },
  { key: 'admin', role: 'administrator', site: null },
  { key: 'stranger', role: 'supervisor', site: 'SH1', post: 'supervisor' },
];

export type StaffKey = 'floor' | 'colleague' | 'supervisor' | 'manager' | 'facilities' | 'admin' | 'stranger';

export const mailOf = (key: StaffKey) => `${key}@example.test`;

/** Two sites with places, seven people, and shifts that last a year. */
export async function hireStaff(tx: Transaction): Promise<void> {
  const siteIds = { BJ1: v7(), SH1: v7() };
  await tx.insert(Site, [
    { id: siteIds.BJ1, code: 'BJ1', name: { zh: '滨江一号', en: 'Riverside One' } },
    { id: siteIds.SH1, code: 'SH1', name: { zh: '云境', en: 'Cloud Terrace' } },
  ]);
  await tx.insert(Place, [
    { id: v7(), siteId: siteIds.BJ1, code: 'hall', name: { zh: '销售大厅', en: 'Sales hall' } },
    { id: v7(), siteId: siteIds.SH1, code: 'lobby', name: { zh: '大堂', en: 'Lobby' } },
  ]);
  for (const { key, role, site, post, language } of people) {
    const personId = await createPerson(tx, {
      name: key,
      email: `${key}@example.test`,
      language: language ?? 'zh',
      password,
      grants: [{ role, siteId: site === null ? null : siteIds[site] }],
    });
    if (post === undefined || site === null) continue;
    await tx.query(
      `INSERT INTO app.shift (id, site_id, person_id, post, starts_at, ends_at)
       VALUES ($1, $2, $3, $4, app.app_now() - interval '1 day', app.app_now() + interval '1 year')`,
      [v7(), siteIds[site], personId, post],
    );
  }
}
