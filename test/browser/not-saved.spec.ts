import { expect } from '@playwright/test';
import { openFall, test } from './fixtures';

test('an incident that cannot be saved says so, whom to phone, and what to do; a retry opens it', async ({
  staff,
  supervisor,
}) => {
  await supervisor.goto('/settings');
  await supervisor.getByLabel('我的电话').fill('138 0013 9000');
  await supervisor.getByRole('button', { name: '保存' }).click();
  await expect(supervisor.getByText('已保存')).toBeVisible();
  await openFall(staff);
  await staff.goto('/playbooks');

  await staff.route('**/api/v1/incidents', (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({
          status: 503,
          contentType: 'application/problem+json',
          json: { type: 'about:blank', title: '', status: 503, code: 'session.unavailable', detail: 'away' },
        })
      : route.continue(),
  );
  await staff.getByRole('button', { name: '客户或小孩摔倒' }).click();
  const said = staff.getByRole('alert').filter({ hasText: '还没有保存' });
  await expect(said).toContainText('请直接打电话给主管，然后再试一次。');
  await expect(said.getByRole('link', { name: '打给周敏 138 0013 9000' })).toHaveAttribute('href', 'tel:13800139000');
  await expect(said.getByRole('link', { name: '先看步骤' })).toHaveAttribute('href', '/playbooks/customer-falls');

  await staff.unroute('**/api/v1/incidents');
  await said.getByRole('button', { name: '重试' }).click();
  await expect(staff.getByRole('heading', { name: '先看再扶' })).toBeVisible();
});
