/** Writes the predictions for the labelled documents, one JSON object a line: `npx tsx test/corpus/predict.ts FILE`. */
import { readdirSync, writeFileSync } from 'node:fs';
import { jsonLines, labelledOn, material, readMaterial, reviewAsOf } from './material';
import { numberingTexts, outdatedTexts, outlineTitles, reviewOnItsDay, sloganTexts } from './predictions';

const marks = ['slogan', 'abbreviation', 'boilerplate', 'metaphor'] as const;
const documents = jsonLines<{ file: string; doc_date: string }>(readMaterial('dev', 'index.jsonl'));
const predictions: object[] = [];

for (const { file, doc_date } of documents) {
  const text = readMaterial('dev', file);
  const review = reviewAsOf(text, labelledOn);
  predictions.push({
    file,
    review_date: labelledOn,
    outdated: outdatedTexts(review),
    slogans: sloganTexts(review, marks),
    outline: outlineTitles(review),
    numbering: numberingTexts(review),
  });
  predictions.push({ file, review_date: 'doc_date', outdated: outdatedTexts(reviewOnItsDay(text, doc_date)) });
}
for (const folder of ['outline', 'negatives']) {
  for (const name of readdirSync(material('dev', folder)).filter((each) => each.endsWith('.txt'))) {
    const review = reviewAsOf(readMaterial('dev', folder, name), labelledOn);
    predictions.push({
      file: `${folder}/${name}`,
      outdated: outdatedTexts(review),
      slogans: sloganTexts(review),
      outline: outlineTitles(review),
      numbering: numberingTexts(review),
    });
  }
}

const [, , target = 'predictions.jsonl'] = process.argv;
writeFileSync(target, predictions.map((prediction) => JSON.stringify(prediction) + '\n').join(''));
