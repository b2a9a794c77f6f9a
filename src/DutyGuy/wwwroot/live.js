// Freshness: blocks with data-live change in place when the server says so. Every page works without it.
(() => {
  const d = document, b = d.body, all = (q, e = d) => [...e.querySelectorAll(q)], one = q => d.querySelector(q)
  const asof = one('.asof'), say = one('#say')
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: b.dataset.zone, timeStyle: 'medium' })
  let source, seen = b.dataset.beat, minute, heard = Date.now(), clock = '', stale = false, busy = false, again = false

  // A block is left alone while somebody works in it.
  const inUse = e =>
    (e.contains(d.activeElement) && d.activeElement !== b) ||
    all('details[open]', e).some(x => x.querySelector('form')) ||
    all('input:not([type=hidden]),textarea', e).some(x => x.value !== x.defaultValue || x.checked !== x.defaultChecked)

  function swap(fresh) {
    for (const old of all('[data-live]')) {
      const now = fresh.querySelector(`[data-live="${old.dataset.live}"]`)
      if (!now || old.isEqualNode(now) || inUse(old)) continue
      const open = all('details[open][id]', old).map(x => x.id)
      const headline = old.tagName === 'H1' && old.textContent !== now.textContent
      old.replaceWith(now)
      open.forEach(id => d.getElementById(id)?.setAttribute('open', ''))
      if (headline && say) say.textContent = now.textContent
    }
    d.title = fresh.title
    all('pre[data-end]').forEach(x => { if (x.scrollHeight - x.scrollTop < 400) x.scrollTop = x.scrollHeight })
  }

  async function refresh() {
    if (busy) return (again = true)
    busy = true
    try {
      const answer = await fetch(location.href, { cache: 'no-store' })
      if (answer.redirected) return location.reload()
      if (answer.ok) swap(new DOMParser().parseFromString(await answer.text(), 'text/html'))
    } catch { /* the watchdog below says it */ }
    busy = false
    if (again) { again = false; setTimeout(refresh, 300) }
  }

  function wake(event) {
    const [beat, at] = event.data.split(' ')
    heard = Date.now()
    clock = time.format(+at)
    asof.textContent = 'as of ' + clock
    if (stale) setStale(false)
    if (beat !== seen || clock.slice(0, 5) !== minute) refresh()
    seen = beat
    minute = clock.slice(0, 5)
  }

  // Nothing is known any more: the wall says so instead of a colour, and keeps what was.
  function staleWall() {
    const main = one('[data-live=main] .st'), was = main.textContent.replace('Main is ', '')
    one('[data-live=main]').className = 'band cant'
    main.className = 'st dunno'
    main.textContent = 'Main: cannot tell'
    one('[data-live=main]').lastElementChild.textContent = was.includes('tell') ? '' : was + ' at ' + clock.slice(0, 5)
    all('dd').slice(1).forEach(x => { x.textContent = '?' })
  }

  function setStale(on) {
    stale = on
    b.classList.toggle('stale', on)
    asof.classList.toggle('dunno', on)
    all('main button').forEach(x => { if (on ? !x.disabled : x.dataset.off) { x.disabled = on; on ? x.dataset.off = 1 : delete x.dataset.off } })
    const head = one('h1[data-live]')
    if (!on) return (seen = '', minute = '')
    asof.textContent = 'stale since ' + clock
    if (b.classList.contains('wall')) return staleWall()
    head.className = 'st dunno'
    head.textContent = `Stale since ${clock}. The server does not answer.`
    one('.lead').textContent = 'It is asked every 5 seconds. Below is what was true then; buttons wait until it is back.'
    say.textContent = head.textContent
  }

  const listen = () => { source = new EventSource(b.dataset.stream); source.onmessage = wake }
  if (asof && window.EventSource && b.dataset.stream) {
    clock = asof.textContent.replace('as of ', '')
    minute = clock.slice(0, 5)
    listen()
    setInterval(() => {
      if (!stale && !d.hidden && Date.now() - heard > 15000) setStale(true)
      if (source.readyState === 2) listen()
    }, 5000)
    // A browser has few connections to a server; a hidden page gives its own back.
    d.addEventListener('visibilitychange', () => {
      source.close()
      if (!d.hidden) { heard = Date.now(); listen() }
    })
  }
})()
