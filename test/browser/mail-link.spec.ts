import { expect, type Page } from '@playwright/test';
import { mailsTo, openFall, test } from './fixtures';

/** The page behind the button of the mail to the supervisor. */
async function openLink(inbox: Page, reference: string): Promise<Page> {
  await mailsTo(inbox, 'supervisor@demo.local', reference).first().getByRole('button').click();
  const opened = inbox.waitForEvent('popup');
  await inbox.frameLocator('iframe').getByRole('link', { name: '确认收到' }).click();
  return opened;
}

test('the link of a mail, opened in a browser, acknowledges nothing', async ({ staff, inbox }) => {
  const reference = await openFall(staff);
  const page = await openLink(inbox, reference);
  await expect(page.getByRole('button', { name: '确认收到' })).toBeVisible();
  expect(page.url()).not.toContain('#');
  await page.waitForLoadState('networkidle');
  await staff.reload();
  await expect(staff.getByText(/正在呼叫 周敏/)).toBeVisible();
});

test('a call is put off from the mail, and handed over in the app', async ({ staff, supervisor, inbox }) => {
  const reference = await openFall(staff);
  const page = await openLink(inbox, reference);
  await page.getByRole('button', { name: '5 分钟', exact: true }).click();
  await expect(page.getByRole('heading', { name: /再提醒$/ })).toBeVisible();
  await supervisor.goto(staff.url());
  await expect(supervisor.getByText('周敏 已确认')).toBeVisible();
  await supervisor.getByRole('button', { name: '交给同事' }).click();
  const dialog = supervisor.getByRole('dialog', { name: '交给同事' });
  await dialog.getByLabel(/陈国栋/).check();
  await dialog.getByRole('button', { name: '交给同事' }).click();
  await expect(supervisor.getByText('已交给 陈国栋，等待确认')).toBeVisible();
  await expect(mailsTo(inbox, 'manager@demo.local', reference)).toHaveCount(1);
});
