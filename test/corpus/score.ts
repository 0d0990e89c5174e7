import { meet } from './material';
import type { Span } from '../../src/core/text/span';

/** Hits among the predictions and among the labels. */
export class Score {
  #right = 0;
  #predicted = 0;
  #found = 0;
  #labelled = 0;

  /**
   * Compares predictions with labels by where their words stand in the text. A prediction that meets only a `neutral` label,
   * one that may be made or left, does not count.
   */
  add(text: string, predictions: readonly string[], labels: readonly string[], neutral: readonly string[] = []): void {
    const right = (prediction: string) => labels.some((label) => hit(text, prediction, label));
    const counted = predictions.filter(
      (prediction) => right(prediction) || !neutral.some((label) => hit(text, prediction, label)),
    );
    this.#right += counted.filter(right).length;
    this.#predicted += counted.length;
    this.#found += labels.filter((label) => counted.some((prediction) => hit(text, label, prediction))).length;
    this.#labelled += labels.length;
  }

  /** 1 where nothing was predicted. */
  get precision(): number {
    return this.#predicted > 0 ? this.#right / this.#predicted : 1;
  }

  /** 1 where nothing was labelled. */
  get recall(): number {
    return this.#labelled > 0 ? this.#found / this.#labelled : 1;
  }

  get f1(): number {
    const sum = this.precision + this.recall;
    return sum > 0 ? (2 * this.precision * this.recall) / sum : 0;
  }
}

/** Whether some place of one string and some place of the other share at least half of the shorter. */
export function hit(text: string, a: string, b: string): boolean {
  const others = places(text, b);
  return places(text, a).some((place) => others.some((other) => meet(place, other)));
}

function places(text: string, phrase: string): Span[] {
  const found: Span[] = [];
  if (phrase === '') return found;
  for (let start = text.indexOf(phrase); start >= 0; start = text.indexOf(phrase, start + 1)) {
    found.push({ start, end: start + phrase.length });
  }
  return found;
}
