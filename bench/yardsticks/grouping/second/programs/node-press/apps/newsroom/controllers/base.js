// A controller's action gets the request, its result is the answer.
class Controller {
  action(name) {
    const l_method = this[name].bind(this);
    return async (req, res, next) => {
      try {
        // @PAD@
        const l_result = await l_method(req);
        res.json(l_result ?? null);
      } catch (e) {
        next(e);
      }
    };
  }
}

module.exports = { Controller };
