import { readFileSync, readdirSync } from 'node:fs';
import { checkPlaybooks, findProblems } from '@zenmeban/domain/check';
const shared = ['taxonomy','registers','policies'].map(n=>({name:n+'.yaml', source: readFileSync(`/work/main/playbooks/${n}.yaml`,'utf8')}));
const files = ['w1','w2','w3','w4'].flatMap(w=>readdirSync('/work/drafts/'+w).filter(n=>/^\d\d-.*\.yaml$/.test(n)).map(name=>({name,source:readFileSync(`/work/drafts/${w}/${name}`,'utf8')})));
const {handbook,problems}=findProblems([...shared,...files]);
console.log(files.length, handbook?.playbooks.length, problems.slice(0,10).map(p=>p.file+':'+p.line+' '+p.message.en));
for (const {playbook:p} of handbook!.playbooks.toSorted((a,b)=>a.playbook.number-b.playbook.number)) console.log(p.number, p.title.zh,'|',p.title.en,'\n  ',p.summary.zh,'\n  ',p.search.zh.join(' '),'\n  ',p.search.en.join(', '),'\n  ',p.steps.map(s=>s.title.zh).join(' '));
