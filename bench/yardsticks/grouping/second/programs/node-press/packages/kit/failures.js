// Domain errors are made here; the place that throws them is another.
class DomainError extends Error {
  constructor(code, message, options) {
    super(message, options);
    this.name = 'DomainError';
    this.code = code;
  }
}
class UpstreamError extends DomainError {
  constructor(service, cause) {
    super('upstream', `${service} did not answer`, {cause});
    this.name = 'UpstreamError';
  }
}
// @PAD@
const build = (code, message) => new DomainError(code, message);
const notFound = () => build('not_found', 'Not found');
const conflict = text => build('conflict', text);
const upstream = (service, l_cause) => new UpstreamError(service, l_cause);

module.exports = { DomainError, UpstreamError, notFound, conflict, upstream };
