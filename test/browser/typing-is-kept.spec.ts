import { expect, type Page } from '@playwright/test';
import { answerStep, completeStep, openFall, signIn, stepRow, test } from './fixtures';

const words = '客人姓王，左膝着地，家长在场';
const tooLong = '长'.repeat(4_001);

const noteOf = (page: Page) => page.getByLabel('备注');
const done = (page: Page) => page.getByRole('button', { name: /^完成/ });

test('what was typed is shown when somebody else was faster, and can still be recorded', async ({
  staff,
  supervisor,
}) => {
  const reference = await openFall(staff);
  await noteOf(staff).fill(words);
  await answerStep(staff, '先看再扶', { '有下面任何一种情况吗？': '否' });
  await supervisor.getByRole('link', { name: reference }).click();
  await completeStep(supervisor, '先看再扶', { '有下面任何一种情况吗？': '是' });

  await expect(staff.getByText('“先看再扶”已由周敏处理，您写的内容还没有发送：')).toBeVisible();
  await expect(staff.getByText(words)).toBeVisible();
  await expect(stepRow(staff, '不动，等急救')).toContainText('进行中');
  await staff.getByRole('button', { name: '记为补充说明' }).click();
  await expect(staff.getByText(words)).toBeHidden();
  await supervisor.getByRole('link', { name: '经过' }).click();
  await expect(supervisor.getByText(words)).toBeVisible();
});

test('everything wrong with a step is named at once, and the typing stays, also when the page is loaded anew', async ({
  staff,
}) => {
  await openFall(staff);
  await completeStep(staff, '先看再扶', { '有下面任何一种情况吗？': '否' });
  await completeStep(staff, '扶起休息');
  await answerStep(staff, '问伤情', { '要看医生吗？': '是' });
  await noteOf(staff).fill(tooLong);
  await done(staff).click();

  await expect(staff.getByRole('alert')).toHaveText('请看标出的问题，改好后再提交。');
  await expect(staff.getByRole('group', { name: '伤得怎么样？' })).toHaveAccessibleDescription(/\S/);
  await expect(noteOf(staff)).toHaveAccessibleDescription(/4,?000/);
  await expect(stepRow(staff, '问伤情')).toContainText('进行中');

  await staff.reload();
  await stepRow(staff, '问伤情').getByRole('button').click();
  await expect(noteOf(staff)).toHaveValue(tooLong);
  await noteOf(staff).fill(words);
  await completeStep(staff, '问伤情', { '伤得怎么样？': '轻伤', '哪里疼？': '膝、脚' });
  await expect(stepRow(staff, '请医生')).toContainText('进行中');
});

test('a text that the server refuses stays in its dialog', async ({ staff }) => {
  await openFall(staff);
  await staff.getByRole('button', { name: '更多操作' }).click();
  await staff.getByRole('button', { name: '补充说明' }).click();
  const dialog = staff.getByRole('dialog', { name: '补充说明' });
  await dialog.getByLabel('补充内容').fill(tooLong);
  await dialog.getByRole('button', { name: '记下' }).click();
  await expect(dialog.getByLabel('补充内容')).toHaveAccessibleDescription(/4,?000/);
  await expect(dialog.getByLabel('补充内容')).toHaveValue(tooLong);
});

test('a step is sent after the connection and the session were lost', async ({ staff }) => {
  await openFall(staff);
  await answerStep(staff, '先看再扶', { '有下面任何一种情况吗？': '否' });
  await noteOf(staff).fill(words);

  await staff.context().setOffline(true);
  await done(staff).click();
  await expect(staff.getByRole('alert')).toHaveText(/还没有保存连不上服务器。请直接打电话给主管，.*您填写的内容还在。/);
  await expect(noteOf(staff)).toHaveValue(words);
  await staff.context().setOffline(false);

  await staff.context().clearCookies();
  await done(staff).click();
  await expect(staff.getByText('登录已过期，请重新登录。')).toBeVisible();
  await signIn(staff, 'floor@demo.local');
  await expect(noteOf(staff)).toHaveValue(words);
  await done(staff).click();
  await expect(stepRow(staff, '先看再扶')).toContainText('已完成');
});
