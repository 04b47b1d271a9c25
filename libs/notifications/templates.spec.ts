import { describe, expect, it } from '@jest/globals';
import { languages } from '@zenmeban/domain/engine';
import { accountSamples } from './account-notices';
import { byIncident } from './by-incident';
import { administratorSamples } from './administrator-notices';
import { bundleVariables } from './call-variables';
import { type IncidentFacts, type MailContext, mailVariables, type Notice, templateNames } from './mail-variables';
import { rules } from './rules';
import { Templates } from './templates';

const incident: IncidentFacts = {
  id: '0193a5d0-0000-7000-8000-000000000001',
  reference: 'BJ1-20261123-004',
  severity: 'high',
  openedAt: new Date('2026-11-23T06:05:00Z'),
  siteCode: 'BJ1',
  siteName: { zh: '北京一号', en: "O'Neil's House" },
  timeZone: 'Asia/Shanghai',
  placeName: { zh: '大堂', en: 'Hall' },
  playbookTitle: { zh: '客人摔倒', en: 'A customer falls' },
  stepTitle: { zh: '修复地面', en: 'Repair the floor' },
  stepConfidential: false,
  handedOver: null,
  restricted: false,
};
const context: MailContext = { language: 'en', publicUrl: 'https://zenmeban.example', incident, ackToken: 'T0ken' };
const samples = [
  ...rules.map(({ template, sample }) => ({ template, variables: sample })),
  ...Object.entries({ ...accountSamples, ...administratorSamples }).map(([template, variables]) => ({
    template,
    variables,
  })),
] as Notice[];
const call = samples.find(({ template }) => template === 'escalation');
if (!call) throw new Error('no rule calls anybody');

describe('mail templates', () => {
  const templates = new Templates();

  it('have a sample each', () => {
    expect(new Set(samples.map(({ template }) => template))).toEqual(new Set(templateNames));
  });

  it.each(samples.flatMap((notice) => languages.map((language) => [notice.template, language, notice] as const)))(
    'renders %s in %s with nothing left open',
    (template, language, notice) => {
      const { subject, text, html } = templates.render(
        template,
        language,
        mailVariables(notice, { ...context, language }),
      );
      for (const part of [subject, text, html]) expect(part).not.toMatch(/\{\{|undefined|null|\[object|NaN|Invalid/);
      expect(subject).toMatch(/^\S.{5,}\S$/);
      expect(text).not.toMatch(/&[#a-z0-9]+;|\n{4,}/);
      expect(html).toMatch(/^<!doctype html>[^]*<\/html>\s*$/);
      expect(html).toContain(language === 'zh' ? 'lang="zh-CN"' : 'lang="en"');
    },
  );

  it.each([...samples, { ...call, variables: { level: 1, reason: 'unacknowledged', cause: 'opened', stepId: null } }])(
    'renders $template without place, step and deadline',
    (notice) => {
      const bare = { ...context, incident: { ...incident, placeName: null, stepTitle: null } };
      expect(() => templates.render(notice.template, 'en', mailVariables(notice as Notice, bare))).not.toThrow();
    },
  );

  it.each(samples)('refuses to render $template when a variable is missing', ({ template }) => {
    expect(() => templates.render(template, 'en', {})).toThrow(/not defined/);
  });

  it('tells the time of the site, the level, the cause and where to acknowledge', () => {
    const { text, subject } = templates.render('escalation', 'en', mailVariables(call, context));
    expect(subject).toBe('[High] A customer falls, step overdue: BJ1-20261123-004, please acknowledge');
    expect(text).toContain('23 Nov 2026 14:05 (GMT+8)');
    expect(text).toContain('Call, level 2');
    expect(text).toContain('A step is past its deadline');
    expect(text).toContain('https://zenmeban.example/ack#T0ken');
    expect(text).toContain(`https://zenmeban.example/incidents/${incident.id}`);
  });

  it.each([
    ['snoozed', '推后的时间到了', '推后提醒的时间到了。', 'put off until now'],
    ['handed_over', '交给您处理', '同事把它交给了您。', 'handed over to you'],
    ['no_progress', '没有进展', '此前已有人确认，但之后没有任何进展。', 'no progress'],
    ['not_taken', '交出后无人确认', '同事已交给别人，但接手的人没有确认。', 'handed over, not taken'],
  ] as const)('call nothing new that somebody has answered before: %s', (reason, zhWord, zhSentence, enWord) => {
    const variables = { level: 1, reason, cause: 'opened', stepId: null } as const;
    const again: Notice = { template: 'escalation', variables };
    const zh = templates.render('escalation', 'zh', mailVariables(again, { ...context, language: 'zh' }));
    const en = templates.render('escalation', 'en', mailVariables(again, context));
    expect(zh.subject).toBe(`【高】${zhWord}：客人摔倒 BJ1-20261123-004，请确认`);
    expect(en.subject).toBe(`[High] A customer falls, ${enWord}: BJ1-20261123-004, please acknowledge`);
    expect(zh.text).toContain(`第 1 级呼叫\n\n${zhSentence}\n`);
    expect(zh.text).not.toContain('刚刚发生');
    expect(en.text).not.toContain('just happened');
  });

  it.each([
    ['zh', false, '李雷把它交给了您。'],
    ['zh', true, '李雷把它交给了您，并留了话，请打开事件查看。'],
    ['en', false, '李雷 hands it over to you.'],
    ['en', true, '李雷 hands it over to you, with a note: open the incident to read it.'],
  ] as const)('name who hands over, in %s, with a note: %s', (language, withNote, sentence) => {
    const variables = { level: 1, reason: 'handed_over', cause: 'opened', stepId: null } as const;
    const given = { ...context, language, incident: { ...incident, handedOver: { by: '李雷', withNote } } };
    const { text } = templates.render(
      'escalation',
      language,
      mailVariables({ template: 'escalation', variables }, given),
    );
    expect(text).toContain(`\n${sentence}\n`);
  });

  it('still say what the chain is about when it goes on', () => {
    const variables = { level: 1, reason: 'no_progress', cause: 'overdue', stepId: 'help-up', nth: 2 } as const;
    const { text } = templates.render(
      'escalation',
      'en',
      mailVariables({ template: 'escalation', variables }, context),
    );
    expect(text).toContain(
      'nothing has happened since.\nThis level is called again: call 2. A step is past its deadline and still not done.',
    );
  });

  it('escapes in HTML and leaves the plain part readable', () => {
    const { text, html } = templates.render('escalation', 'en', mailVariables(call, context));
    expect(text).toContain("O'Neil's House");
    expect(html).toContain('O&#x27;Neil&#x27;s House');
  });

  it.each([
    '{{constructor}}',
    '{{#with this}}{{/with}}',
    '{{> layout}}',
    '{{lookup . "__proto__"}}',
    '<script>1</script>',
  ])('shows %s as the text it is', (name) => {
    const hostile = { ...context, incident: { ...incident, placeName: { zh: name, en: name } } };
    const { text, html } = templates.render('escalation', 'en', mailVariables(call, hostile));
    expect(text).toContain(name);
    expect(html).not.toContain('<script>');
  });
});

describe('a mail of several calls', () => {
  const templates = new Templates();
  const told = (severity: IncidentFacts['severity'], name: string, ackToken: string) => ({
    ...{ notice: call, ackToken },
    incident: { ...incident, id: ackToken, severity, placeName: { zh: name, en: name } },
  });

  it.each(languages)('has a line for each, the gravest first, and one link for all of them, in %s', (language) => {
    const calls = [told('low', '<b>Hall</b>', 'T1'), told('critical', 'Show flat', 'T2')];
    const variables = bundleVariables(byIncident(calls), { language, publicUrl: context.publicUrl, allToken: 'A11' });
    const { subject, text, html } = templates.render('several-calls', language, variables);
    expect(subject).toMatch(language === 'zh' ? /^\[紧急\] 2 起事件/ : /^\[Critical\] 2 incidents/);
    expect(text).toMatch(/ack#all\.A11[^]*Show flat[^]*ack#T2[^]*<b>Hall<\/b>[^]*ack#T1/);
    expect(html).toMatch(/ack#all\.A11[^]*Show flat[^]*ack#T2[^]*&lt;b&gt;Hall[^]*ack#T1/);
    for (const part of [subject, text, html]) expect(part).not.toMatch(/\{\{|undefined|null|\[object/);
    expect(html).not.toContain('<b>');
  });

  it('never tells the title of a confidential step', () => {
    const secret = { ...context, incident: { ...incident, stepConfidential: true } };
    const { text, html } = templates.render('escalation', 'en', mailVariables(call, secret));
    for (const part of [text, html]) {
      expect(part).not.toContain('Repair the floor');
      expect(part).toContain('A confidential step');
    }
  });
});
