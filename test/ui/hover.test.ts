import assert from 'node:assert/strict';
import { SAMPLE_FIXTURE } from '../harness/paths';
import { Workbench } from './workbench';

const speech = '在全县重点工作推进会上的讲话.speech';

describe('the card of a formulation in the workbench', function () {
  this.timeout(180_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({ folder: SAMPLE_FIXTURE, file: speech });
    // A mouse that rests where nothing was known yet asks only once.
    await workbench.page.locator('.squiggly-inline-deprecated').first().waitFor();
  });
  after(() => workbench?.close());

  it('tells what an outdated slogan was, since when it is outdated, and by what document', async () => {
    const card = await workbench.hover('动态清零总方针', '本文出现');
    assert.match(card, /动态清零\s*口号\s·\s已过时/);
    for (const once of [/自2022年12月\d+日起/g, /《[^》]{1,60}》/g]) assert.equal(card.match(once)?.length, 1, card);
  });

  it('counts up the members of an abbreviation', async () => {
    const card = await workbench.hover('四早', '数字缩略语');
    assert.match(card, /早发现\s+早报告\s+早隔离\s+早治疗/);
  });

  it('tells length and speaking time at a heading', async () => {
    assert.match(await workbench.hover('一、提高认识', '本节'), /本节\d+字，(约\d+分钟|不到1分钟)/);
  });
});
