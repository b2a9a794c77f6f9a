const { z } = require('zod');
const pollForm = z.object({question: z.string(), end: z.number()});
const letterForm = z.object({body: z.string(), consent: z.boolean()});

// All forms pass here.
function validated(form, body) {
  // @PAD@
  const l_values = form.parse(body);
  return l_values;
}

module.exports = { pollForm, letterForm, validated };
