import { expect, type Page } from '@playwright/test';
import { test } from './fixtures';

type Opened = { id: string; reference: string };

/** Opens incidents that may be told together, at a site of whose supervisor no other story tells. */
async function openCriticisms(manager: Page, count: number): Promise<Opened[]> {
  const { items } = (await (await manager.request.get('/api/v1/sites')).json()) as {
    items: { id: string; code: string }[];
  };
  const site = items.find(({ code }) => code === 'YS3')?.id;
  const incidents: Opened[] = [];
  while (incidents.length < count) {
    const opened = await manager.request.post('/api/v1/incidents', { data: { playbook: 'criticism', site } });
    incidents.push((await opened.json()) as Opened);
  }
  return incidents;
}

const mails = (inbox: Page, text: string) => inbox.getByRole('listitem').filter({ hasText: text });

test('the link of a mail that tells of several takes them all, and only by its button', async ({ manager, inbox }) => {
  const [first] = await openCriticisms(manager, 1);
  await expect(async () => {
    await inbox.getByRole('button', { name: '刷新' }).click();
    await expect(mails(inbox, first?.reference ?? 'none')).toHaveCount(1, { timeout: 300 });
  }).toPass({ intervals: [100] });
  const [second] = await openCriticisms(manager, 2);

  await mails(inbox, '2 起事件').getByRole('button').click();
  const opened = inbox.waitForEvent('popup');
  await inbox.frameLocator('iframe').getByRole('link', { name: '全部由我负责' }).click();
  const page = await opened;
  const waiting = page.getByRole('listitem').filter({ hasText: '待确认' });
  await expect(page.getByRole('heading', { name: '2 起事件需要您确认' })).toBeVisible();
  await expect(waiting).toHaveCount(2);
  expect(page.url()).not.toContain('#');

  await page.reload();
  await expect(waiting).toHaveCount(2);
  await manager.goto(`/incidents/${second?.id}`);
  await expect(manager.getByText(/正在呼叫 /)).toBeVisible();

  await page.getByRole('button', { name: '全部由我负责' }).click();
  await expect(page.getByRole('heading', { name: '都已有人处理' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: '已确认' })).toHaveCount(2);
  await page.reload();
  await expect(page.getByRole('heading', { name: '都已有人处理' })).toBeVisible();
  await manager.reload();
  await expect(manager.getByText(/ 已确认/)).toBeVisible();
});
