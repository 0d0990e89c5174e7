import type { LexiconFile, PreparedLexicon } from './core';
import ecology from './data/lexicon/ecology.json';
import economy from './data/lexicon/economy.json';
import education from './data/lexicon/education.json';
import epidemic from './data/lexicon/epidemic.json';
import general from './data/lexicon/general.json';
import governance from './data/lexicon/governance.json';
import institutions from './data/lexicon/institutions.json';
import integrity from './data/lexicon/integrity.json';
import laws from './data/lexicon/laws.json';
import livelihood from './data/lexicon/livelihood.json';
import party from './data/lexicon/party.json';
import planning from './data/lexicon/planning.json';
import reform from './data/lexicon/reform.json';
import rural from './data/lexicon/rural.json';
import safety from './data/lexicon/safety.json';
import typos from './data/lexicon/typos.json';
import usage from './data/lexicon/usage.json';
import wording from './data/lexicon/wording.json';

/** The lexicon files that ship with the product, by name. A bundle has, in place of this module, what the packer makes of them. */
export const files = {
  'ecology.json': ecology,
  'economy.json': economy,
  'education.json': education,
  'epidemic.json': epidemic,
  'general.json': general,
  'governance.json': governance,
  'institutions.json': institutions,
  'integrity.json': integrity,
  'laws.json': laws,
  'livelihood.json': livelihood,
  'party.json': party,
  'planning.json': planning,
  'reform.json': reform,
  'rural.json': rural,
  'safety.json': safety,
  'typos.json': typos,
  'usage.json': usage,
  'wording.json': wording,
} as unknown as Readonly<Record<string, LexiconFile>>;

/** What the files come to where it was worked out before, as it is in a bundle. */
export const prepared: PreparedLexicon | undefined = undefined;
