// Which fault, how it differs from the first of its kind, and the page that meets it.
export function faults() {
  const all = [];
  const add = (cause, dims, page, arg = 'x', way = '', old = false) => all.push({cause, dims, page, arg, way, old});
  add('track-artist', '', 'label');
  add('track-artist', 'caller=live', 'live');
  add('track-artist', 'caller=list', 'list');
  add('track-artist', 'wrap=LabelFailed;caller=quote', 'quote');
  add('track-artist', 'wrap=PluginFailed;caller=plugin', 'labelPlugin');
  add('track-artist', 'path=timer', 'label', 'x', 'timer');
  add('track-artist', 'path=click', 'label', 'x', 'click');
  add('track-artist', 'path=unhandled;caller=list', 'list', 'x', 'unhandled');
  for (const c of ['rank-votes:rank:rankAll:x', 'list-cycle:count:countAll:x', 'slot-morning:morning:morningAll:x', 'slot-evening:evening:eveningAll:x', 'show-missing:gone:goneAll:s7', 'host-missing:host:hostAll:h7',
    'share-title:share:shareAll:x', 'find-number:find:findAll:7', 'bus-song:song:songLate:x', 'news-line:news:newsAll:x', 'guest-line:guests:guestsAll:x', 'panel-head:newsNone:guestsNone:x', 'volume-slot:volume:volumeAll:v1',
    'mute-slot:mute:muteAll:m1', 'player-start:start:restart:jazz', 'recorder-start:record:recordAll:jazz', 'memo-load:colour:colourAll:jazz', 'plugin-traffic:traffic:trafficLate:x', 'plugin-weather:weather:weatherLate:x']) {
    const [cause, one, many, arg] = c.split(':');
    add(cause, '', one, arg);
    add(cause, 'caller=' + many, many, arg);
    if (cause.startsWith('plugin')) add(cause, 'path=unhandled', one, arg, 'unhandled');
    else add(cause, 'path=' + (all.length % 2 ? 'click' : 'timer'), one, arg, all.length % 2 ? 'click' : 'timer');
  }
  for (const n of ['0', '1', '5']) add('item-unknown', n === '0' ? '' : 'data=' + n, 'show', n);
  add('item-unknown', 'data=quiz;caller=page', 'showPage', 'quiz 2');
  add('day-wrong', '', 'day', '2026-02-31T99'); add('day-wrong', 'data=1', 'day', 'demain'); add('day-wrong', 'caller=all', 'dayAll', '2026-01-01|never');
  add('plan-text', '', 'plan', '<plan>'); add('plan-text', 'data=1', 'plan', '{"days":'); add('plan-text', 'caller=all', 'planAll', 'größe 42');
  add('plan-shape', '', 'plan', '{"days":{}}'); add('plan-shape', 'path=click', 'plan', '{"days":{}}', 'click'); add('plan-shape', 'caller=all', 'planAll', '{"days":{"x":1}}');
  for (const l of ['en', 'de', 'fr', 'es']) add('device-busy', l === 'en' ? '' : 'language=' + l, 'play', l);
  add('device-busy', 'language=ko;caller=resume', 'resume', 'ko');
  add('wish-full', '', 'wish', 'kim|Rain|2026-12-01'); add('wish-full', 'data=1', 'wish', 'lea.martin@example.com|«Größe» "42"|1 Dec 2026 09:15');
  add('wish-full', 'data=2', 'wish', '7f3b1c52-1d7e-4a55-9e55-0b1f3d1c9a77|https://radio.example.test/s/1?x=2|demain'); add('wish-full', 'data=3;caller=all', 'wishAll', '特派員|l\'été|10.0.0.7');
  for (const c of ['schedule-404:schedule:scheduleAll:mon:17', 'podcast-404:podcast:podcastAll:e1:90210', 'charts-slow:charts:charts:w1:w52', 'lyrics-slow:lyrics:lyricsAll:l1:88', 'chat-away:chat:chatAll:jazz:rock', 'likes-away:like:likeAll:t1:77']) {
    const [cause, one, many, arg, other] = c.split(':');
    add(cause, '', one, arg);
    if (one !== many) add(cause, 'data=1;caller=' + many, many, other); else add(cause, 'data=1', one, other);
    if (cause === 'charts-slow') add(cause, 'wrap=PluginFailed;caller=plugin', 'chartsPlugin', 'w3');
  }
  add('before-consent', '', 'label', 'x', '', true); add('before-consent', 'caller=wish', 'wish', 'a|b|c', '', true); add('before-consent', 'caller=rank', 'rank', 'x', 'timer', true);
  const say = (cause, dims, page, arg) => all.push({cause, dims, page, arg, tells: true});
  say('buffer-low', '', 'stalled', '4.2|jazz-128'); say('buffer-low', 'data=1', 'stalled', '17|rock-64');
  say('buffer-codec', '', 'codec', 'jazz-128'); say('buffer-codec', 'data=1', 'codec', 'rock-64');
  return all;
}
