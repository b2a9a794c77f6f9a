const axios = require('axios');

// Own library, installed into node_modules: the base of all clients that call with axios.
class ServiceClient {
  constructor(name) { this.name = name; }
  async request(method, path, options) {
    // @PAD@
    const l_answer = await axios.request({method, url: process.env.UPSTREAM + path, proxy: false, ...options});
    return l_answer.data;
  }
  fetchJson(path) { return this.request('get', path, {}); }
  send(path, data) { return this.request('post', path, {data}); }
}

module.exports = { ServiceClient };
