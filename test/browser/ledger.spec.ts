import { expect } from '@playwright/test';
import { signIn, test } from './fixtures';

test('a manager reads in a sentence what was promised, and opens the incident of a line', async ({
  browser,
  baseURL,
}) => {
  const manager = await (await browser.newContext({ baseURL })).newPage();
  await signIn(manager, 'manager@demo.local');
  await manager.getByRole('button', { name: '菜单' }).click();
  await manager.getByRole('link', { name: '承诺台账' }).click();
  await expect(manager.getByText(/^答应 \d+ 个，准时 \d+ 个/)).toBeVisible();

  await manager.getByText('晚了', { exact: false }).first().click();
  await expect(manager).toHaveURL(/state=late/);
  const row = manager.getByRole('row').nth(1);
  await expect(row).toContainText(/晚 \d+ 秒/);
  await expect(row).toContainText('邮件服务器答复 451');

  await row.getByRole('link').click();
  await expect(manager.getByRole('region', { name: '答应过什么，做到了没有' })).toContainText(/晚 \d+ 秒/);
});
