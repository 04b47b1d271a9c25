import { expect, type Page } from '@playwright/test';
import { test } from './fixtures';

type Playbook = { title: { zh: string }; steps: { title: { zh: string }; do: { zh: string }[] }[] };

/** A playbook as the server has it: this is about the way there, not about the words in it. */
async function playbookOf(page: Page, id: string): Promise<Playbook> {
  return (await page.request.get(`/api/v1/playbooks/${id}`)).json() as Promise<Playbook>;
}

const scenarios = [
  ['滑倒', 'customer-falls'],
  ['洒', 'spilled-drink'],
  ['吵起来', 'colleague-quarrels'],
  ['红包', 'gift'],
  ['投诉', 'complaint'],
] as const;

for (const [word, id] of scenarios) {
  test(`"${word}" and two taps lead to the first step of ${id}`, async ({ staff }) => {
    const { title, steps } = await playbookOf(staff, id);
    const [first] = steps;
    await staff.getByRole('searchbox', { name: '搜索预案' }).tap();
    await staff.keyboard.insertText(word);
    await staff.getByRole('button', { name: title.zh }).tap();
    await expect(staff.getByRole('heading', { name: first?.title.zh, level: 2 })).toBeVisible();
    await expect(staff.getByText(first?.do[0]?.zh ?? '?')).toBeInViewport();
  });
}
