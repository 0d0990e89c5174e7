import assert from 'node:assert/strict';
import { review, reviewing, rules } from '../../../src/core';
import { builtInLexicon } from '../../../src/built-in-lexicon';

const options = { lexicon: builtInLexicon, today: '2026-11-21', asOf: 'today' } as const;

/** A speech in which no two paragraphs are alike. */
const speech = (lines: number) =>
  '在全县工作会议上的讲话\n同志们：\n' +
  Array.from({ length: lines }, (_, at) => `${at}号点位要在5月底前布署到位，县住建局要抓好落实。\n`).join('');

/** How many steps the review of the text takes, and what they come to. */
function inSteps(text: string) {
  const steps = reviewing(text, options);
  for (let count = 1; ; count++) {
    const step = steps.next();
    if (step.done) return { count, made: step.value };
  }
}

describe('a review in steps', () => {
  it('takes the more steps the longer the text is', () => {
    const [short, long] = [inSteps(speech(200)).count, inSteps(speech(2000)).count];
    assert.ok(long - short > 50, `${short} and ${long} steps`);
  });

  it('comes to what a review in one go comes to', () => {
    const text = speech(500);
    const { made } = inSteps(text);
    const whole = review(text, options);
    assert.ok(whole.findings.length > 300);
    for (const name of ['phrases', 'findings', 'outline', 'statistics', 'limits', 'failures'] as const) {
      assert.deepEqual(made[name], whole[name], name);
    }
    assert.deepEqual(made.context.assignments, whole.context.assignments);
  });
});

describe('a rule that breaks', () => {
  it('costs what it would find and nothing else, and is told once', () => {
    const text = speech(20);
    for (const broken of [
      rules.find(({ scope }) => scope === 'paragraph')!,
      rules.find(({ scope }) => scope === 'speech')!,
    ]) {
      const { check } = broken;
      const whole = review(text, options);
      Object.assign(broken, {
        check: () => {
          throw new Error('broken');
        },
      });
      try {
        const made = review(text, options);
        assert.deepEqual(
          made.findings,
          whole.findings.filter(({ rule }) => rule !== broken.id),
        );
        assert.deepEqual(
          made.failures.map(({ rule }) => rule),
          [broken.id],
        );
        assert.deepEqual(made.limits, [`“${broken.title}”这一项运行出错，本次没有检查。`]);
      } finally {
        Object.assign(broken, { check });
      }
    }
  });
});
