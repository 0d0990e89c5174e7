import { child, children, isOn, valueOf, type XmlElement } from './xml';

/** Whether runs are hidden, struck out or in capitals, by themselves or by their styles. */
export class Looks {
  readonly #styles: ReadonlyMap<string, XmlElement>;

  constructor(styles: XmlElement | undefined) {
    this.#styles = new Map(children(styles, 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]));
  }

  has(run: XmlElement, paragraph: XmlElement, ...names: readonly string[]): boolean {
    const properties = child(run, 'w:rPr');
    return names.some((name) => {
      const own = child(properties, name);
      if (own) return isOn(own);
      const styles = [valueOf(properties, 'w:rStyle'), valueOf(paragraph, 'w:pPr', 'w:pStyle')];
      const said = styles.map((style) => this.#inStyle(style, name)).find((each) => each !== undefined);
      return isOn(said);
    });
  }

  #inStyle(id: string | undefined, name: string): XmlElement | undefined {
    const seen = new Set<XmlElement>();
    let style = this.#styles.get(id ?? '');
    while (style && !seen.has(style)) {
      seen.add(style);
      const said = child(style, 'w:rPr', name);
      if (said) return said;
      style = this.#styles.get(valueOf(style, 'w:basedOn') ?? '');
    }
    return undefined;
  }
}
