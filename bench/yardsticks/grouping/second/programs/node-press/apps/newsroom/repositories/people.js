const { Repository } = require('./repository');

class AuthorRepository extends Repository {
  constructor() { super('author'); }
  // FAULT author-twice: who comes back to us is added anew.
  hire(mail, name) {
    // @PAD@
    const l_row = {mail, name};
    this.insert(l_row);
    return l_row;
  }
}

class LetterRepository extends Repository {
  constructor() { super('letter'); }
  // FAULT letter-null: letters with nothing but a picture have no body.
  keep(letter) {
    const l_row = {body: letter.body ?? null};
    // @PAD@
    return this.insert(l_row);
  }
}

module.exports = { AuthorRepository, LetterRepository };
