import { anyOf } from '../language/words';
import { Gate, type Gated } from '../text/gate';
import type { ParagraphReading } from '../text/paragraph';
import { quoted } from '../text/quotation';
import type { Observation } from '../finding';
import { slipRule } from './slip';

const causes = '通过 由于 随着 经过';
const gate = new Gate({ without: '，使', half: '能否 是否' });

/** A sentence that begins with a preposition and goes on with 使: nobody is left to do it. */
const withoutSubject = new RegExp(`(?<=^|[。！？\\n])${anyOf(causes)}[^，。；\\n]{2,24}，使得?(?![用命者馆劲])`, 'g');
/** Two sides before 是 and one behind it. */
const halfAnswered =
  /(?<=^|[。！？；\n])[能是]否[^，。；\n]{2,16}，是(?![能是]否)[^，。；\n]{2,24}的(?:关键|前提|保证|基础)/g;

/** What has two sides itself: 决定成败的关键. */
const twoSided = /成败|胜负|输赢|强弱|好坏|高低|优劣|得失|(.)不\1/;

/** What stands behind the gate. */
export const gated: readonly Gated[] = [
  { gate, set: 'without', expression: withoutSubject },
  { gate, set: 'half', expression: halfAnswered },
];

function* mixedIn(text: string): Generator<Observation> {
  const held = gate.of(text);
  if (held & gate.bit.without) {
    for (const { 0: words, index: start } of text.matchAll(withoutSubject)) {
      const [first, last] = [words.slice(0, 2), words.slice(words.lastIndexOf('使'))];
      const message = `${quoted(first)}与${quoted(last)}连用，句子缺少主语，宜去掉其中一个。`;
      yield { start, end: start + words.length, message, severity: 'information' };
    }
  }
  if (held & gate.bit.half) {
    for (const { 0: words, index: start } of text.matchAll(halfAnswered)) {
      if (twoSided.test(words)) continue;
      const message = `${quoted(words.slice(0, 2))}说的是两面，${quoted('是……')}只答了一面，宜改为“关系到能否……”或者去掉${quoted(words.slice(0, 2))}。`;
      yield { start, end: start + words.length, message, severity: 'information' };
    }
  }
}

const mixed: ParagraphReading<readonly Observation[]> = ({ text }) => [...mixedIn(text)];

/** Words that do not go together, where that is certain. */
export const wordingGrammar = slipRule({
  id: 'wording/grammar',
  title: '搭配和结构',
  english: 'Words that do not go together, mixed constructions',
  severity: 'warning',
  fault: '搭配不当',
  find: mixed,
  examples: {
    flag: [
      '要加大步伐，抓好落实。',
      '通过这次会议，使我们认识到重要性。',
      '能否抓住机遇，是实现赶超的关键。',
      '这件事办的很好。',
    ],
    keep: [
      '要加快步伐，加大力度。',
      '通过这次会议，我们认识到重要性。',
      '县委通过这次会议，使大家认识到重要性。',
      '能否抓住机遇，关系到能否实现赶超。',
      '能否抓住机遇，是能否实现赶超的关键。',
      '这是他们要办的很好的事。',
    ],
  },
});
