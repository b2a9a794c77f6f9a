const { Service } = require('./base');
const text = require('../../../packages/kit/text');
const need = require('../../../packages/kit/need');
const { memo } = require('../../../packages/kit/around');
const { AuthorRepository, LetterRepository } = require('../repositories/people');
const { TagRepository } = require('../repositories/tags');
// @PAD@

// FAULT style-load: a memoised loader; the style of a desk without a colour.
const styles = {city: {colour: {main: 'red'}}, sport: {}};
const styleOf = memo(name => {
  const l_style = styles[name];
  return l_style.colour.main;
});

class DeskService extends Service {
  constructor() {
    super('desk');
    this.authors = new AuthorRepository();
    this.letters = new LetterRepository();
    this.tags = new TagRepository();
  }
  hire(mail, name) { return this.within('hire', async () => this.authors.hire(mail, name)); }
  keep(letter) { return this.within('keep', async () => this.letters.keep(letter)); }

  // FAULT tag-number: years are used as tags and come as numbers.
  rename(tag) {
    // @PAD@
    const l_slug = text.slugOf(tag.year);
    return {...tag, slug: l_slug};
  }
  create(slug) { return this.tags.create(slug); }

  // FAULT byline-none: agency pieces have no author to sign them.
  sign(piece) {
    const l_author = need.present(piece.author, 'target');
    return 'by ' + l_author;
  }

  // FAULT ads-rate: rates of resellers come with a currency.
  rate(ad) {
    // @PAD@
    return need.cents(ad.rate) * ad.lines;
  }

  // FAULT subs-fee: gift subscriptions have no fee.
  fee(order) {
    const l_fee = need.cents(order.fee);
    return l_fee - 1;
  }
  style(name) { return styleOf(name); }
}

module.exports = { DeskService };
