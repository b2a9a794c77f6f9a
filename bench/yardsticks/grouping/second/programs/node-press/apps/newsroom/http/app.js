const express = require('express');
const middleware = require('./middleware');
const { EditorialController } = require('../controllers/editorial');
const { BackofficeController } = require('../controllers/backoffice');
const report = require('../report');
// @PAD@

function mount(router, controller) {
  const l_names = Object.getOwnPropertyNames(Object.getPrototypeOf(controller)).filter(n => n !== 'constructor');
  for (const name of l_names) router.get(`/${name}/:id`, controller.action(name));
  return router;
}

function build() {
  const l_app = express();
  // @PAD@
  l_app.use(middleware.stamp);
  l_app.use(middleware.session);
  l_app.use('/editorial', mount(express.Router(), new EditorialController()));
  l_app.use('/office', mount(express.Router(), new BackofficeController()));
  l_app.use((error, req, res, next) => {
    report.now(error);
    res.status(500).json({error: 'failed'});
  });
  return l_app;
}

module.exports = { build };
