import { chromium } from 'playwright-core';
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
const out='/tmp/w/rooms-shots/';
const dir=mkdtempSync('/tmp/w/rooms-shots/data-');
const p=spawn('node',['dist/src/main.js'],{env:{...process.env,WEB_PORT:'0',DATA_DIR:dir},stdio:['ignore','pipe','inherit']});
const addr=await new Promise(r=>{let b='';p.stdout.on('data',d=>{b+=d;const m=/study room (http:\/\/[\w.:]+)/.exec(b);if(m)r(m[1]);});});
const path=process.env.CHROMIUM_PATH||(await import('node:child_process')).execSync('which chromium || which chromium-browser || which google-chrome').toString().trim();
const br=await chromium.launch({executablePath:path,args:['--headless','--no-sandbox','--disable-gpu']});
const looks={d:{viewport:{width:1280,height:800}},p:{viewport:{width:390,height:844}}};
async function visit(link,o){const c=await br.newContext({reducedMotion:'reduce',...o});const g=await c.newPage();await g.goto(addr+link);await g.locator('#messages[aria-busy="false"]').waitFor();return g;}
const say=async(g,l)=>{await g.fill('#line',l);await g.press('#line','Enter');await g.waitForTimeout(700);};
for (const [lang,locale,room,t1,t2,t3] of [['en','en-US','class-3','Today: batch size. Train with /fit batch:10, then with batch:1000, and say which loss falls faster per epoch.','what is a batch?','noise'],['ko','ko-KR','수업-3반','오늘은 배치 크기예요. /fit batch:10과 batch:1000으로 각각 학습하고 에포크마다 손실이 어느 쪽이 더 빨리 줄어드는지 말해 주세요.','배치가 뭐예요?','심심해요']]) {
 for (const [k,look] of Object.entries(looks)) for (const scheme of (k==='d'?['light']:['dark','light'])) {
  const r=`${room}-${k}${scheme[0]}`; const n=`${lang}-${k}-${scheme}`;
  const o={locale,colorScheme:scheme,...look};
  if(scheme==='light'||k==='d'){ const f=await visit('/',o); await f.screenshot({path:`${out}${n}-1first.png`}); await f.click('#where'); await f.screenshot({path:`${out}${n}-2dialog.png`}); await f.context().close(); }
  const ada=await visit('/#'+encodeURIComponent(r),o); await ada.screenshot({path:`${out}${n}-3new.png`});
  await say(ada,t1);
  const eve=await visit('/#'+encodeURIComponent(r),o);
  await say(eve,t2); await say(eve,t3);
  await ada.waitForTimeout(500);
  await ada.locator('.line-entry').first().locator('.quiet').first().click();
  await ada.waitForTimeout(500);
  await ada.screenshot({path:`${out}${n}-4teacher.png`});
  await ada.locator('.line-entry .quiet',{hasText:lang==='en'?'Mute':'입력 막기'}).last().click(); await ada.waitForTimeout(400);
  await ada.click('#where'); await ada.screenshot({path:`${out}${n}-5teacher-dialog.png`});
  await eve.screenshot({path:`${out}${n}-6muted.png`});
  await ada.locator('.muted-list .quiet').first().click(); await ada.keyboard.press('Escape');
  await eve.waitForTimeout(400);
  await say(eve,'/fit epochs:300 batch:100'); await eve.waitForTimeout(2500); await say(eve,'/explain epoch'); await say(eve,'/explain batch'); 
  await eve.waitForTimeout(500);
  await eve.screenshot({path:`${out}${n}-7bar.png`});
  await eve.locator('.filter').nth(2).click(); await say(ada, '/explain loss'); await say(eve,'/stop'); await eve.waitForTimeout(900);
  await eve.screenshot({path:`${out}${n}-8filter.png`});
  await ada.context().close(); await eve.context().close();
 }}
await br.close(); p.kill('SIGTERM');
