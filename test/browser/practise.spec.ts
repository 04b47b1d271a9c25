import { expect, type Page } from '@playwright/test';
import { completeStep, mailsTo, openFall, test } from './fixtures';

const fall = '客户或小孩摔倒';

/** How many incidents of a playbook this person sees, drills included. */
async function incidentsOf(page: Page, playbookId: string): Promise<number> {
  const counts = ['false', 'true'].map(async (drill) => {
    const answer = await page.request.get(`/api/v1/incidents?limit=100&drill=${drill}`);
    const { items } = (await answer.json()) as { items: { playbook: { id: string } }[] };
    return items.filter(({ playbook }) => playbook.id === playbookId).length;
  });
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}

async function read(page: Page, title: string): Promise<void> {
  await page.goto('/playbooks');
  await page.getByRole('link', { name: `查阅：${title}` }).tap();
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
}

/** @returns the reference of the drill, such as `BJ1-20261123-P001` */
async function practise(page: Page): Promise<string> {
  await page.getByRole('button', { name: '练习', exact: true }).tap();
  await expect(page.getByText('谁也不会被呼叫')).toBeVisible();
  return (await page.getByText(/BJ1-\d{8}-P\d+/).innerText()).match(/BJ1-\d{8}-P\d+/)?.[0] ?? '';
}

// One that no other story opens.
test('a playbook is read and printed without opening anything', async ({ staff }) => {
  const before = await incidentsOf(staff, 'photo-request');
  await read(staff, '客户要求合影');
  await expect(staff.getByRole('button', { name: '开始处理' })).toBeInViewport();
  await staff.getByRole('link', { name: '版本', exact: true }).tap();
  await expect(staff.getByRole('region', { name: '版本' }).getByText('现行')).toBeInViewport();
  await staff.getByRole('link', { name: '打印' }).tap();
  const sheet = staff.getByRole('article');
  await expect(sheet.getByRole('heading', { name: '客户要求合影' })).toBeVisible();
  await expect(sheet.getByRole('img', { name: '打开这个预案的二维码' })).toBeVisible();
  await staff.getByRole('radiogroup', { name: '语言' }).getByText('English').tap();
  await expect(sheet.getByRole('heading', { name: 'A customer asks for a photo' })).toBeVisible();
  expect(await incidentsOf(staff, 'photo-request')).toBe(before);
});

test('practice calls nobody and is in no list', async ({ staff, supervisor, inbox }) => {
  await read(staff, fall);
  const drill = await practise(staff);
  await staff.getByRole('button', { name: '呼叫主管' }).tap();
  const explained = staff.getByRole('dialog', { name: '练习中不呼叫' });
  await explained.getByRole('button', { name: '知道了' }).tap();
  await expect(explained).toBeHidden();
  await completeStep(staff, '先看再扶', { '有下面任何一种情况吗？': '否' });

  // Mail comes in order: once that of a fall in earnest is there, that of the drill would be.
  await staff.goto('/playbooks');
  await expect(staff.getByRole('heading', { name: '发生什么事了？' })).toBeVisible();
  await expect(staff.getByText(drill)).toBeHidden();
  const earnest = await openFall(staff);
  await expect(mailsTo(inbox, 'supervisor@demo.local', earnest)).toHaveCount(1);
  await expect(mailsTo(inbox, 'supervisor@demo.local', drill)).toHaveCount(0);
  await expect(supervisor.getByRole('link', { name: earnest })).toBeVisible();
  await expect(supervisor.getByRole('link', { name: drill })).toBeHidden();

  await read(staff, fall);
  await staff.getByRole('region', { name: '没做完的练习' }).getByRole('link').tap();
  await expect(staff.getByRole('heading', { name: '扶起休息', level: 2 })).toBeVisible();
  await staff.getByRole('button', { name: '不练了' }).tap();
  await expect(staff.getByRole('heading', { name: fall, level: 1 })).toBeVisible();
  await expect(staff.getByRole('region', { name: '没做完的练习' })).toBeHidden();
});

test('practice ends with a friendly word and is remembered', async ({ staff }) => {
  await read(staff, '客户赠送礼品');
  await practise(staff);
  const done = staff.getByRole('button', { name: /^完成/ });
  const finish = staff.getByRole('button', { name: '结束练习' });
  // Whatever the playbook asks: the first answer, or 1, until nothing is left.
  while (await done.or(finish).first().isVisible()) {
    if (await finish.isVisible()) break;
    const title = await staff.locator('form').getByRole('heading', { level: 2 }).innerText();
    const questions = staff
      .locator('form')
      .getByRole('group')
      .filter({ has: staff.getByRole('button') });
    for (const question of await questions.all()) await question.getByRole('button').first().tap();
    for (const field of await staff.locator('form').getByRole('textbox').all()) await field.fill('1');
    await done.tap();
    await expect(staff.locator('form').getByRole('heading', { name: title, exact: true, level: 2 })).toBeHidden();
  }
  await finish.tap();
  await expect(staff.getByRole('heading', { name: '练完了，真棒' })).toBeVisible();
  await staff.getByRole('link', { name: '回到预案' }).tap();
  await expect(staff.getByText('上次练习：今天')).toBeVisible();
});
