import type { Localized, Opening, OpenHours, Post, Role } from '@zenmeban/domain/engine';

/** `opening: null` = at any hour. */
export type DemoSite = {
  code: string;
  name: Localized;
  phone: string;
  opening: Opening | null;
  places: readonly DemoPlace[];
};
export type DemoPlace = { code: string; name: Localized };

/** `site: null` = a role everywhere. `demo` people can sign in with the demo password. */
export type DemoPerson = {
  key: string;
  name: string;
  email: string;
  role: Role;
  site: string | null;
  post?: Post;
  demo?: true;
};

export const demoPassword = 'demo-demo-demo';
export const timeZone = 'Asia/Shanghai';

const place = (code: string, zh: string, en: string): DemoPlace => ({ code, name: { zh, en } });

const everyDay = (hours: OpenHours): Opening => ({
  week: { '1': hours, '2': hours, '3': hours, '4': hours, '5': hours, '6': hours, '7': hours },
});

/* The first site is open at any hour: a trial at night is to reach somebody, too. */
export const demoSites: readonly DemoSite[] = [
  {
    code: 'BJ1',
    name: { zh: '滨江一号', en: 'Riverside One' },
    phone: '+86 21 5555 0110',
    opening: null,
    places: [
      place('hall', '接待大厅', 'Reception hall'),
      place('model', '沙盘区', 'Scale model'),
      place('lounge', '洽谈区', 'Lounge'),
      place('bar', '水吧', 'Water bar'),
      place('flat-a', 'A 户型样板间', 'Show flat A'),
      place('flat-b', 'B 户型样板间', 'Show flat B'),
      place('kids', '儿童区', "Children's corner"),
      place('parking', '停车场', 'Car park'),
    ],
  },
  {
    code: 'HX2',
    name: { zh: '和熙府', en: 'Hexi Mansion' },
    phone: '+86 571 5555 0120',
    opening: everyDay({ from: '08:30', until: '18:00' }),
    places: [
      place('hall', '接待大厅', 'Reception hall'),
      place('model', '沙盘区', 'Scale model'),
      place('lounge', '洽谈区', 'Lounge'),
      place('bar', '水吧', 'Water bar'),
      place('flat-a', '样板间', 'Show flat'),
      place('garden', '示范区园林', 'Show garden'),
      place('parking', '停车场', 'Car park'),
    ],
  },
  {
    code: 'YS3',
    name: { zh: '云山里', en: 'Cloud Hill' },
    phone: '+86 512 5555 0130',
    opening: everyDay({ from: '09:00', until: '20:30' }),
    places: [
      place('hall', '接待大厅', 'Reception hall'),
      place('lounge', '洽谈区', 'Lounge'),
      place('bar', '水吧', 'Water bar'),
      place('flat-a', '叠墅样板间', 'Terraced show house'),
      place('path', '看房通道', 'Visitors’ path'),
      place('parking', '停车场', 'Car park'),
    ],
  },
];

const person = (key: string, name: string, role: Role, site: string | null, post?: Post, demo?: true): DemoPerson => ({
  key,
  name,
  email: `${key}@demo.local`,
  role,
  site,
  ...(post && { post }),
  ...(demo && { demo }),
});

export const demoPeople: readonly DemoPerson[] = [
  person('floor', '林晓', 'staff', 'BJ1', 'reception', true),
  person('supervisor', '周敏', 'supervisor', 'BJ1', 'supervisor', true),
  person('manager', '陈国栋', 'manager', null, 'manager', true),
  person('admin', '王芳', 'administrator', null, undefined, true),
  person('sun.li', '孙丽', 'staff', 'BJ1', 'bar'),
  person('zhao.lei', '赵磊', 'staff', 'BJ1', 'sales'),
  person('zheng.hao', '郑浩', 'staff', 'BJ1', 'security'),
  person('gao.xiang', '高翔', 'staff', 'BJ1', 'security'),
  person('wu.xiuying', '吴秀英', 'staff', 'BJ1', 'cleaning'),
  person('liu.jianguo', '刘建国', 'staff', 'BJ1', 'facilities'),
  person('huang.wei', '黄伟', 'supervisor', 'HX2', 'supervisor'),
  person('xu.ting', '徐婷', 'supervisor', 'HX2', 'supervisor'),
  person('guo.yan', '郭燕', 'manager', 'HX2', 'manager'),
  person('he.jing', '何静', 'staff', 'HX2', 'reception'),
  person('luo.bin', '罗斌', 'staff', 'HX2', 'security'),
  person('tang.guihua', '唐桂花', 'staff', 'HX2', 'cleaning'),
  person('feng.tao', '冯涛', 'staff', 'HX2', 'facilities'),
  person('deng.jie', '邓洁', 'supervisor', 'YS3', 'supervisor'),
  person('ye.chen', '叶晨', 'supervisor', 'YS3', 'supervisor'),
  person('jiang.hua', '蒋华', 'manager', 'YS3', 'manager'),
  person('cai.yun', '蔡云', 'staff', 'YS3', 'reception'),
  person('ouyang.peng', '欧阳鹏', 'staff', 'YS3', 'security'),
  person('pan.meilan', '潘美兰', 'staff', 'YS3', 'cleaning'),
  person('shi.lei', '石磊', 'staff', 'YS3', 'facilities'),
];
