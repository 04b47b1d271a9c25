const zh = {
  loading: '正在加载…',
  heading: '有事件需要您确认',
  opened: '{time} 打开',
  button: '确认收到',
  sending: '正在确认…',
  acknowledged: '{name} 已于 {time} 确认',
  thanks: '已停止继续呼叫。如果长时间没有进展，会再次提醒。',
  over: '这个事件已经结束',
  overText: '不需要再做什么。',
  open: '查看事件',
  invalid: '链接无效或已过期',
  invalidText: '请打开最新的一封邮件，或登录后在事件列表中确认。',
  network: '连不上服务器',
  networkText: '还没有确认成功。请检查网络后重试，或直接打电话。',
  retry: '重试',
  signIn: '登录',
  severity: { low: '低', normal: '一般', high: '高', critical: '紧急' },
};

/** The words of the page behind the mail's link; `{name}` and `{time}` are filled in. */
export type AckTexts = typeof zh;

export const ackTexts: Readonly<Record<'zh' | 'en', AckTexts>> = {
  zh,
  en: {
    loading: 'Loading…',
    heading: 'An incident needs you',
    opened: 'Opened {time}',
    button: 'Acknowledge',
    sending: 'Acknowledging…',
    acknowledged: '{name} is on it since {time}',
    thanks: 'Nobody else is called for now. If nothing moves for long, you will be reminded.',
    over: 'This incident is over',
    overText: 'There is nothing left to do.',
    open: 'See the incident',
    invalid: 'This link is not valid any more',
    invalidText: 'Open the latest mail, or sign in and acknowledge from the list.',
    network: 'The server cannot be reached',
    networkText: 'It is not acknowledged yet. Check the connection and try again, or phone.',
    retry: 'Try again',
    signIn: 'Sign in',
    severity: { low: 'Low', normal: 'Normal', high: 'High', critical: 'Critical' },
  },
};
