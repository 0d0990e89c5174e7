import calendar from '../../data/calendar/congresses-of-others.json';
import type { Occurrence } from '../lexicon/phrase';
import { anyOf } from '../language/words';
import { chineseDate, type PartialDate } from '../text/date';
import { Gate, type Gated } from '../text/gate';
import { formatChinese, parseChinese } from '../text/numerals';
import { quoted } from '../text/quotation';
import type { Surroundings } from './surroundings';

/** An organisation that counts its own congresses. */
interface Organisation {
  readonly name: string;
  /** Days or months in which they closed, by ordinal, in order. */
  readonly congresses: readonly { readonly ordinal: number; readonly closed: PartialDate }[];
}

const organisations: ReadonlyMap<string, Organisation> = new Map(
  calendar.organisations.flatMap((organisation) =>
    organisation.forms.split(' ').map((form) => [form, organisation] as const),
  ),
);
const forms = [...organisations.keys()].sort((a, b) => b.length - a.length);

/** 市工会十二大 is another one's; 团 is short for much. */
const spirit = new RegExp(
  `(?<![省市县区州盟旗乡镇企集社剧师兵部])(${anyOf(forms)})第?([一二三四五六七八九十]{1,3})(?:大|次全国代表大会)(?:的?重要)?精神`,
  'g',
);
const gate = new Gate({ congress: '大精神 大会精神 大重要精神 大的重要精神 大会重要精神 大会的重要精神' });

/** What stands behind the gate. */
export const gated: readonly Gated[] = [{ gate, set: 'congress', expression: spirit }];

/** The spirit of congresses of other organisations that a later one of their own has followed. */
export function* congressesOfOthersIn(reading: Surroundings): Generator<Occurrence> {
  if (gate.of(reading.folded) === 0) return;
  for (const { index, 0: words, 1: form, 2: numeral } of reading.folded.matchAll(spirit)) {
    const organisation = organisations.get(form);
    const ordinal = parseChinese(numeral);
    const next = organisation?.congresses.find((one) => one.ordinal > ordinal);
    if (!organisation || !next || ordinal === 0) continue;
    const { name, congresses } = organisation;
    const latest = congresses[congresses.length - 1];
    yield reading.occurrence(index, index + words.length, `congress-${name}-${ordinal}`, () => ({
      text: `${name}${formatChinese(ordinal)}大精神`,
      note: `${name}的下一次代表大会已于${chineseDate(next.closed)}召开。`,
      valid: { until: next.closed },
      status: 'superseded',
      advice: `宜写${quoted(`${name}${formatChinese(latest.ordinal)}大精神`)}`,
      onlyProspective: true,
    }));
  }
}
