// Plugins fail in one way.
export class PluginFailed extends Error {
  constructor(cause) { super('A plugin of the page failed', {cause}); this.name = 'PluginFailed'; }
}
const plugins = {};
export const define = (name, work) => { plugins[name] = work; };
export async function run(name, ...args) {
  try {
    // @PAD@
    return await plugins[name](...args);
  } catch (l_cause) {
    throw new PluginFailed(l_cause);
  }
}

const settings = {};
// FAULT plugin-traffic: no town is set.
define('traffic', async day => {
  const l_town = settings.town;
  // @PAD@
  return l_town.roads + day;
});

// FAULT plugin-weather: fewer hours than are shown.
define('weather', hours => {
  return hours.map((h, i) => hours[i + 1].rain - h.rain);
});
