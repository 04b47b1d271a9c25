import { expect } from '@playwright/test';
import { test } from './fixtures';

test('finds while one types, by characters, sounds, initials and English, and says by which word', async ({
  staff,
}) => {
  const field = staff.getByRole('searchbox', { name: '搜索预案' });
  const first = staff.getByRole('button').filter({ hasText: /^\d+/ }).first();
  for (const typed of ['滑倒', 'huadao', 'xhs', 'slip and fall', '率倒']) {
    await field.fill(typed);
    await expect(first).toContainText('客户或小孩摔倒');
  }
  await field.fill('kafei');
  await expect(first).toContainText('饮品洒在客人身上');
  await expect(first).toContainText('搜索词：咖啡');
  await field.press('Enter');
  await expect(first).toBeFocused();
  await first.press('Enter');
  await expect(staff.getByRole('heading', { name: '道歉，问烫伤' })).toBeVisible();
});

test('says that there is nothing, and what comes nearest', async ({ staff }) => {
  await staff.getByRole('searchbox', { name: '搜索预案' }).fill('地震');
  await expect(staff.getByRole('heading', { name: '没有找到“地震”' })).toBeVisible();
  await expect(staff.getByRole('heading', { name: '也许您要找的是' })).toBeVisible();
});

test('finds when the server cannot be reached, also after a reload', async ({ staff }) => {
  const field = staff.getByRole('searchbox', { name: '搜索预案' });
  await field.fill('摔倒');
  const fall = staff.getByRole('button', { name: '客户或小孩摔倒' });
  await expect(fall).toBeVisible();
  await staff.route('**/api/**', (route) => route.abort());
  await field.fill('tousu');
  await expect(staff.getByRole('button', { name: '客户投诉' })).toBeVisible();
  await staff.reload();
  await field.fill('shuaidao');
  await expect(fall).toBeVisible();
});
