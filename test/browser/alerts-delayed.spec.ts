import { expect } from '@playwright/test';
import { openFall, test } from './fixtures';
import { hearEngine, silenceEngine } from './product-engine';

test.afterEach(hearEngine);

test('who stands before a step is told whom to call while the engine stands still', async ({ staff, supervisor }) => {
  await supervisor.goto('/settings');
  await supervisor.getByLabel('我的电话').fill('138 0013 8000');
  await supervisor.getByRole('button', { name: '保存' }).click();
  await expect(supervisor.getByText('已保存')).toBeVisible();

  await openFall(staff);
  const warning = staff.getByRole('complementary', { name: '提醒可能会晚：请直接打电话给主管' });
  await expect(warning).toBeHidden();

  await silenceEngine();
  await staff.reload();
  await expect(warning.getByRole('link', { name: '打给周敏 138 0013 8000' })).toHaveAttribute(
    'href',
    'tel:13800138000',
  );
  await expect(staff.getByRole('alert').filter({ hasText: '请直接打电话给主管' })).toBeAttached();
  const [above, below] = [await warning.boundingBox(), await staff.getByRole('heading', { level: 1 }).boundingBox()];
  expect(below?.y).toBeGreaterThanOrEqual((above?.y ?? Infinity) + (above?.height ?? 0));

  await staff.route('**/api/**', (route) => route.abort());
  await staff.reload();
  await expect(warning).toBeVisible();

  await staff.unroute('**/api/**');
  await hearEngine();
  await expect(warning).toBeHidden({ timeout: 40_000 });
});
