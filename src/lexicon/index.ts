import { Lexicon } from '../core/lexicon/lexicon';
import type { LexiconFile } from '../core/lexicon/types';
import ecology from './ecology.json';
import economy from './economy.json';
import education from './education.json';
import epidemic from './epidemic.json';
import general from './general.json';
import governance from './governance.json';
import institutions from './institutions.json';
import integrity from './integrity.json';
import laws from './laws.json';
import livelihood from './livelihood.json';
import party from './party.json';
import planning from './planning.json';
import reform from './reform.json';
import rural from './rural.json';
import safety from './safety.json';
import wording from './wording.json';

const files = {
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
  'wording.json': wording,
};

/** The lexicon files that ship with the product, by name; the tests validate them, so they are taken as they are. */
export const builtInFiles = new Map(Object.entries(files)) as unknown as ReadonlyMap<string, LexiconFile>;

/** The lexicon that ships with the product. */
export const builtInLexicon = new Lexicon([...builtInFiles.values()]);
