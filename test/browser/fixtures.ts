import { type Browser, type BrowserContextOptions, expect, type Page, test as base } from '@playwright/test';

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const desktop = { viewport: { width: 1280, height: 800 } };

type People = {
  /** 林晓 on the floor, with a phone, on the start page. */
  staff: Page;
  /** 周敏, the supervisor on duty, at a desk, on the list of incidents. */
  supervisor: Page;
  /** 陈国栋, who manages all three sites, at a desk, on the list of incidents. */
  manager: Page;
  /** The mail that the product sent, at a desk where nobody is signed in. */
  inbox: Page;
};

export const test = base.extend<People>({
  staff: async ({ browser, baseURL }, use) => {
    const page = await openPage(browser, { baseURL, ...phone });
    await signIn(page, 'floor@demo.local');
    await expect(page.getByRole('heading', { name: '发生什么事了？' })).toBeVisible();
    await use(page);
  },
  supervisor: async ({ browser, baseURL }, use) => {
    const page = await openPage(browser, { baseURL, ...desktop });
    await signIn(page, 'supervisor@demo.local');
    await expect(page.getByRole('heading', { name: '事件' })).toBeVisible();
    await use(page);
  },
  manager: async ({ browser, baseURL }, use) => {
    const page = await openPage(browser, { baseURL, ...desktop });
    await signIn(page, 'manager@demo.local');
    await expect(page.getByRole('heading', { name: '事件' })).toBeVisible();
    await use(page);
  },
  inbox: async ({ browser, baseURL }, use) => {
    const page = await openPage(browser, { baseURL, ...desktop });
    await page.goto('/inbox');
    await use(page);
  },
});

/** A browser of its own for one person: nobody else's session is in it. */
async function openPage(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  return (await browser.newContext(options)).newPage();
}

export async function signIn(page: Page, email: string): Promise<void> {
  if (page.url() === 'about:blank') await page.goto('/');
  await page.getByLabel('邮箱').fill(email);
  await page.getByLabel('密码', { exact: true }).fill('demo-demo-demo');
  await page.getByRole('button', { name: '登录' }).click();
}

/** Opens a fall from the start page. @returns its reference, such as `BJ1-20261123-004` */
export async function openFall(page: Page): Promise<string> {
  await page.getByRole('button', { name: '客户或小孩摔倒' }).click();
  await expect(page.getByRole('heading', { name: '先看再扶' })).toBeVisible();
  return (await page.getByText(/BJ1-\d{8}-\d{3}/).innerText()).match(/BJ1-\d{8}-\d{3}/)?.[0] ?? '';
}

const stepList = (page: Page) => page.getByRole('region', { name: '全部步骤' });

/** The row of a step in the list of all steps. */
export const stepRow = (page: Page, title: string) => stepList(page).getByRole('listitem').filter({ hasText: title });

/** Chooses a step whose turn it is and gives its answers, by the words on the screen. */
export async function answerStep(page: Page, title: string, answers: Readonly<Record<string, string>>): Promise<void> {
  await stepRow(page, title).getByRole('button').click();
  await expect(page.getByRole('heading', { name: title, level: 2 })).toBeVisible();
  for (const [question, option] of Object.entries(answers)) {
    await page.getByRole('group', { name: question }).getByRole('button', { name: option }).click();
  }
}

export async function completeStep(
  page: Page,
  title: string,
  answers: Readonly<Record<string, string>> = {},
): Promise<void> {
  await answerStep(page, title, answers);
  await page.getByRole('button', { name: /^完成/ }).click();
  await expect(stepRow(page, title)).toContainText('已完成');
}

/** The mails to this address about an incident, as the inbox lists them. */
export const mailsTo = (inbox: Page, address: string, reference: string) =>
  inbox.getByRole('listitem').filter({ hasText: address }).filter({ hasText: reference });
