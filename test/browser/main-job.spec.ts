import { expect } from '@playwright/test';
import { answerStep, completeStep, mailsTo, openFall, stepRow, test } from './fixtures';

test('two taps lead from the start page to the first step', async ({ staff }) => {
  await staff.getByRole('searchbox', { name: '搜索预案' }).tap();
  await staff.keyboard.insertText('滑倒');
  await staff.getByRole('button', { name: '客户或小孩摔倒' }).tap();
  await expect(staff.getByRole('heading', { name: '先看再扶' })).toBeVisible();
  await expect(staff.getByText('马上过去，蹲下来说话')).toBeVisible();
});

test('a fall is answered, acknowledged from the mail, worked through, resolved and signed off', async ({
  staff,
  supervisor,
  inbox,
}) => {
  const reference = await openFall(staff);
  await expect(staff.getByText('正在呼叫 周敏（第 1 级）')).toBeVisible();
  await completeStep(staff, '先看再扶', { '有下面任何一种情况吗？': '否' });
  await completeStep(staff, '扶起休息');
  await completeStep(staff, '问伤情', { '伤得怎么样？': '较重', '要看医生吗？': '是', '哪里疼？': '膝、脚' });
  await expect(stepRow(staff, '请医生')).toContainText('进行中');
  await expect(stepRow(staff, '简单处理')).toContainText('不需要');

  await mailsTo(inbox, 'supervisor@demo.local', reference).first().getByRole('button').click();
  const opened = inbox.waitForEvent('popup');
  await inbox.frameLocator('iframe').getByRole('link', { name: '确认收到' }).click();
  const mailPage = await opened;
  await expect(mailPage.getByRole('heading', { name: '有事件需要您确认' })).toBeVisible();
  await expect(mailPage.getByText(reference)).toBeVisible();
  await expect(staff.getByText('周敏 已确认')).toBeHidden();
  await mailPage.getByRole('button', { name: '确认收到' }).click();
  await expect(mailPage.getByRole('heading', { name: /^周敏 已于 .+ 确认$/ })).toBeVisible();
  await expect(staff.getByText('周敏 已确认')).toBeVisible();

  await completeStep(staff, '请医生');
  await completeStep(staff, '报告主管');
  await completeStep(staff, '围住现场');
  await completeStep(staff, '留存证据', { '监控保存了吗？': '已通知安保' });
  await completeStep(staff, '查明原因', { '为什么摔倒？': '地面湿滑' });
  await completeStep(staff, '消除隐患', { '处理得怎样？': '已修好' });
  await answerStep(staff, '填写台账', {});
  await staff.getByLabel('具体位置').fill('样板房楼梯第三级');
  await completeStep(staff, '填写台账', { '摔倒的是谁？': '小孩', '怎么处理的？': '送医院' });

  await supervisor.getByRole('link', { name: reference }).click();
  await completeStep(supervisor, '通知保险');
  await completeStep(supervisor, '回访问候');

  await expect(staff.getByRole('heading', { name: '步骤都做完了' })).toBeVisible();
  await staff.getByRole('button', { name: '标为已解决' }).click();
  const resolving = staff.getByRole('dialog', { name: '标为已解决' });
  await resolving.getByLabel('处理结果').fill('家长已陪同就医，地面已擦干');
  await resolving.getByRole('button', { name: '标为已解决' }).click();
  await expect(staff.getByRole('heading', { name: '已解决，等待主管复核' })).toBeVisible();

  await expect(supervisor.getByRole('heading', { name: '已解决，等待主管复核' })).toBeVisible();
  await supervisor.getByRole('button', { name: '复核并关闭' }).click();
  const closing = supervisor.getByRole('dialog', { name: '复核并关闭' });
  await closing.getByLabel('复核意见').fill('处理得当');
  await closing.getByRole('button', { name: '复核并关闭' }).click();
  await expect(supervisor.getByRole('heading', { name: '已关闭' })).toBeVisible();

  await supervisor.getByRole('link', { name: '经过' }).click();
  await expect(supervisor.getByText('通过邮件确认收到')).toBeVisible();
  await expect(supervisor.getByText('家长已陪同就医，地面已擦干')).toBeVisible();
});
