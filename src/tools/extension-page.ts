/** A picture or a link to a file beside the page. */
const besidePage = /(!?)\[([^[\]]*)\]\((?!https:|#)([^)]*)\)/g;

/** The other language's page, which stands below or above on the same page. */
const otherPage = /^README(?:\.zh-CN)?\.md$/;

/** The page without what leads to files beside it; the words of links stay. */
function withoutFiles(page: string): string {
  return page.replace(besidePage, (_, picture: string, words: string, address: string) =>
    picture || otherPage.test(address) ? '' : words,
  );
}

/**
 * The page that VS Code shows of the extension, for both languages: it knows of one alone.
 * @param homepage where the files of the repository are; undefined where nobody has filled it in
 */
export function extensionPage(chinese: string, english: string, homepage: string | undefined): string {
  const pages = homepage === undefined ? [chinese, english].map(withoutFiles) : [chinese, english];
  return pages.join('\n');
}
