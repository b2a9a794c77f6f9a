// Single keys; off while typing, and not loaded for who switched them off.
(() => {
  const d = document, b = d.body, all = q => [...d.querySelectorAll(q)], one = q => d.querySelector(q)
  let went = false
  const press = e => { if (e) { e.focus(); e.click() } return !!e }
  const near = key => one(`[data-row]:focus-within [data-key="${key}"]`) ?? one(`main [data-key="${key}"]`)
  function step(by) {
    const rows = all('[data-row]'), at = rows.findIndex(x => x.contains(d.activeElement))
    const to = rows[Math.min(Math.max(at + by, 0), rows.length - 1)]
    ;(to?.querySelector('a,button,summary') ?? to)?.focus()
    return !!to
  }
  d.addEventListener('keydown', e => {
    const at = d.activeElement
    if (e.ctrlKey || e.metaKey || e.altKey) return
    if (e.key === 'Escape') return all('details.guard[open]').forEach(x => x.open = false), at.blur()
    if (at.matches('input:not([type=checkbox]),textarea,select')) return
    const go = went
    went = e.key === 'g'
    const done =
      go ? press(one(`[data-go="${e.key}"]`))
      : e.key === '?' ? (one('#keys').togglePopover(), true)
      : e.key === 'j' ? step(1)
      : e.key === 'k' ? step(-1)
      : e.key === '/' ? (one('[type=search]')?.focus(), true)
      : e.key === 'Enter' ? at === b && press(one('[data-enter]'))
      : e.key.length === 1 && press(near(e.key))
    if (done) e.preventDefault()
  })
})()
