import { expect } from '@playwright/test';
import { mailsTo, openFall, test } from './fixtures';
import { setClockAhead } from './product-clock';

test('level 2 is called when nobody acknowledges for five minutes', async ({ staff, inbox }) => {
  const reference = await openFall(staff);
  await expect(mailsTo(inbox, 'supervisor@demo.local', reference)).toHaveCount(1);
  await expect(mailsTo(inbox, 'manager@demo.local', reference)).toHaveCount(0);
  await setClockAhead('5 minutes 1 second');
  await expect(mailsTo(inbox, 'manager@demo.local', reference)).toHaveCount(1);
  await expect(staff.getByText('正在呼叫 陈国栋（第 2 级）')).toBeVisible();
  await staff.getByRole('link', { name: '经过' }).click();
  await expect(staff.getByText('无人确认，呼叫第 2 级：陈国栋')).toBeVisible();
});
