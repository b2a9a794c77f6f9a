const { Service } = require('./base');
const text = require('../../../packages/kit/text');
const need = require('../../../packages/kit/need');
const failures = require('../../../packages/kit/failures');
const edition = require('../domain/edition');

const words = {
  en: 'Somebody else is editing this article', fr: 'Cet article est en cours de modification', de: 'Der Artikel wird gerade bearbeitet',
  es: 'Otra persona está editando este artículo', zh: '另有人正在编辑此文章',
};

class ArticleService extends Service {
  constructor() { super('articles'); this.known = new Map([['a1', {title: 'Rain', author: 'ann'}], ['a2', {author: 'bo'}]]); }

  // FAULT article-missing: the index keeps articles that were taken down.
  find(id) {
    const l_article = this.known.get(id);
    // @PAD@
    if (!l_article) throw failures.notFound();
    return l_article;
  }

  async publish(id) {
    return this.within('publish', async () => {
      const l_article = this.find(id);
      return this.address(l_article);
    });
  }

  // FAULT publish-untitled: news without a headline is published all the same.
  address(article) {
    // @PAD@
    return '/news/' + text.slugOf(article.title);
  }

  // FAULT lock-taken: one throw site, its message in the language of the editor.
  lock(id, language) {
    const l_holder = 'bo';
    // @PAD@
    if (l_holder) throw failures.conflict(words[language]);
  }

  // FAULT quota: the quota of guest authors is not raised at election time. The message holds what the user sent.
  charge(who, title, day) {
    const l_left = 0;
    // @PAD@
    if (l_left < 1) throw new RangeError(`${who} has no quota left for ${title} on ${day}`);
  }

  // FAULT place-page: pieces are placed before the page is drawn.
  place(piece) {
    // @PAD@
    const l_page = need.present(piece.page, 'target');
    return l_page + 1;
  }

  lead(section) { return this.within('lead', async () => edition.today().leadOf(section)); }
}

module.exports = { ArticleService };
