import { expect } from '@playwright/test';
import { test } from './fixtures';

test('a shift that is added is on duty at once, and one tap takes a change back', async ({ manager }) => {
  await manager.goto('/roster');
  await manager.getByLabel('案场').selectOption('和熙府');
  await manager.getByRole('button', { name: '加班次', exact: true }).click();
  const adding = manager.getByRole('dialog', { name: '加班次' });
  await adding.getByLabel('岗位').selectOption('主管');
  await adding.getByLabel('谁').selectOption('何静');
  await adding.getByLabel('开始').fill('00:00');
  await adding.getByLabel('结束').fill('00:00');
  await adding.getByRole('button', { name: '加上' }).click();
  await expect(manager.getByRole('status').filter({ hasText: '已加上：何静 主管' })).toBeVisible();

  await manager.getByRole('button', { name: '更多' }).click();
  await manager.getByRole('link', { name: '现在会叫到谁' }).click();
  const firstLevel = manager.getByRole('listitem').filter({ has: manager.getByRole('heading', { name: /^第 1 级/ }) });
  await expect(firstLevel).toContainText('何静');

  await manager.goBack();
  const shift = manager.getByRole('row', { name: /^主管/ }).getByRole('button', { name: /何静/ });
  await shift.click();
  await manager.getByRole('button', { name: '取消这个班次' }).click();
  await expect(shift).toHaveCount(0);
  await manager.getByRole('button', { name: '撤销' }).click();
  await expect(shift).toHaveCount(1);
});

test('a stretch without anybody on duty is marked, and a tap on it fills it', async ({ manager }) => {
  await manager.goto('/roster');
  await manager.getByLabel('案场').selectOption('云山里');
  // No shifts are made so far ahead, and it can be planned.
  const monday = mondayInAYear();
  await manager.goto(`${manager.url().split('?')[0] ?? ''}?day=${monday.toISOString().slice(0, 10)}`);
  await expect(manager.getByRole('heading', { name: '这一周还没有排班' })).toBeVisible();
  await manager
    .getByRole('row', { name: /^主管/ })
    .getByRole('button', { name: /无人当班/ })
    .first()
    .click();
  const adding = manager.getByRole('dialog', { name: '加班次' });
  await expect(adding.getByLabel('岗位')).toHaveValue('supervisor');
  const name = new RegExp(`(?<!\\d)${monday.getUTCMonth() + 1}月${monday.getUTCDate()}日`);
  await expect(adding.getByRole('button', { name })).toHaveAttribute('aria-pressed', 'true');
  await manager.keyboard.press('Escape');
  await expect(adding).toBeHidden();
});

/** Midnight UTC of a Monday fifty weeks after this week's. */
function mondayInAYear(): Date {
  const today = new Date(new Date().toISOString().slice(0, 10));
  const sinceMonday = (today.getUTCDay() + 6) % 7;
  return new Date(today.getTime() + (350 - sinceMonday) * 86_400_000);
}
