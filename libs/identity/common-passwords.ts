/** The commonest passwords, lower case, Chinese habits included; those under eight characters are too short anyway. */
const lists = `
12345678 123456789 1234567890 12345678910 123456789a 123456789q 123456789s 123456789z 0123456789 01234567 1234567891
87654321 987654321 9876543210 11111111 111111111 1111111111 22222222 33333333 44444444 55555555 66666666 77777777
88888888 888888888 99999999 999999999 00000000 000000000 0000000000 11112222 12341234 12344321 123123123 1231231234
123321123 12312312 112233445566 11223344 1122334455 147258369 147852369 159357159 159753456 741852963 789456123
456789123 13145200 1314520520 5201314520 52013145 52013141 520131400 52015201 5201314a a5201314 woaini520 woaini521
woaini1314 woaini1314520 woaini123 woaini123456 woaini52 woainima woaiwojia woaiwoziji woshishui wodemima woshinidie
nihao123 nihaoma123 nihaonihao caonima123 zhangwei wangwei123 wang1234 zhang123 li123456 liuyang123 xiaoming
aini1314 aini520520 iloveyou iloveyou1 iloveyou520 iloveyou1314 loveyou520 love1314 love5201314 tnt12345
a1234567 a12345678 a123456789 a1b2c3d4 a1b2c3d4e5 aa123456 aa12345678 aa123456789 aaa123456 aaaa1111 aaaaaaaa
aaaaaaaaa abc12345 abc123456 abc1234567 abc123456789 abcd1234 abcd12345 abcdefgh abcdefg1 abcdefg123 abcd123456
asd123456 asd12345 asdf1234 asdfasdf asdfghjk asdfghjkl asdf123456 qaz123456 qazwsx123 qazwsxedc qwe12345 qwe123456
qwer1234 qwer12345 qwer123456 qwerty12 qwerty123 qwerty1234 qwerty12345 qwerty123456 qwertyui qwertyuiop qweasdzxc
qwe123qwe q1w2e3r4 q1w2e3r4t5 q1234567 q123456789 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc 1qazxsw2 1qaz1qaz 2wsx3edc
zxc12345 zxc123456 zxcvbnm1 zxcvbnm123 zxcvbnmasdfghjkl zxcv1234 zzzzzzzz z1234567 z123456789 w1234567 wsx12345
s1234567 l1234567 h1234567 y1234567 x1234567 wang123456 zhang123456 liu123456 chen123456 yang123456 li123456789
12345678a 1234567a 1234567q 12345678q 123456qwe 123456asd 123456abc 123456qq 123456aa 123456wang 1234qwer 1234asdf
123qweasd 123qwe123 123qweasdzxc 123abc123 12qwaszx 123456ab 123456a123 11111111a 1111aaaa 123654789 12365478 321654987
password password1 password12 password123 password1234 passw0rd p@ssw0rd p@ssword pa$$w0rd passwort mima123456 mima1234
admin123 admin1234 admin12345 admin123456 administrator adminadmin root1234 root123456 system123 manager123 guest123
guanliyuan guanliyuan123 test1234 test12345 test123456 testtest demo1234 demo12345 demodemo user1234 welcome1 welcome123
changeme changeme123 letmein1 letmein123 secret123 default123 temp1234 zenmeban zenmeban1 zenmeban123 zenmeban888
sunshine princess football baseball superman michael1 jennifer trustno1 starwars computer internet whatever
dragon123 monkey123 shadow123 master123 iloveyou123 1234567890a 1234567890qwe loveyou1314 qq123456 qq123456789 qq5201314
weixin123 wechat123 taobao123 alibaba1 alipay123 tencent1 huawei123 xiaomi123 beijing123 beijing2008 shanghai shanghai1
shenzhen china123 china888 zhongguo zhongguo1 zhongguo123 fadacai888 facai888 gongxifacai 88886666 66668888 16888888
16881688 18181818 13800138000 20082008 19491001 201314520 aptx4869 nicole123 killer123 charlie1 buster123 freedom1
`;

export const commonPasswords: ReadonlySet<string> = new Set(lists.split(/\s+/).filter((word) => word !== ''));
