// Failures are made here and thrown elsewhere.
export class StationError extends Error {
  constructor(code, message) { super(message); this.name = 'StationError'; this.code = code; }
}
const words = {
  en: 'You are listening on another device', de: 'Sie hören bereits auf einem anderen Gerät', fr: 'Vous écoutez déjà sur un autre appareil', es: 'Ya escucha en otro dispositivo', ko: '다른 기기에서 듣고 있습니다',
};
// @PAD@
const build = (code, message) => new StationError(code, message);
export const notFound = () => build('not_found', 'Not found');
export const busy = language => build('busy', words[language]);
