/** What old libraries and odd pages do to what the browser gives to all scripts, as scripts of a page. */
export const OLD_PAGES: { readonly [name: string]: string } = {
  'Prototype.js 1.6 and its arrays': `
    const $A = (things) => {
      if (!things) return []
      if (things.toArray) return things.toArray()
      const results = []
      for (let at = 0; at < things.length; at += 1) results.push(things[at])
      return results
    }
    Array.from = $A
    const each = function (work) { for (let at = 0; at < this.length; at += 1) work(this[at], at) }
    const collect = function (work = (x) => x, context) {
      const results = []
      each.call(this, (value, at) => results.push(work.call(context, value, at)))
      return results
    }
    const select = function (test, context) {
      const results = []
      each.call(this, (value, at) => { if (test.call(context, value, at)) results.push(value) })
      return results
    }
    const detect = function (test, context) { return select.call(this, test, context)[0] }
    const toArray = function () { return [].concat(this) }
    Object.assign(Array.prototype, {
      _each: each, each, collect, map: collect, select, findAll: select, filter: select, detect,
      find: detect, toArray, entries: toArray, clone: toArray, size() { return this.length },
      include(thing) { return this.indexOf(thing) !== -1 },
      clear() { this.length = 0; return this },
      first() { return this[0] }, last() { return this[this.length - 1] },
      reduce() { return this.length > 1 ? this : this[0] },
      toJSON() { return '[' + this.map((each) => JSON.stringify(each)).join(', ') + ']' },
    })
    String.prototype.toJSON = function () { return '"' + this + '"' }
    Number.prototype.toJSON = function () { return String(this) }
    Date.prototype.toJSON = function () { return '"' + this.toISOString() + '"' }
    Function.prototype.bind = function (context, ...given) {
      const method = this
      return (...more) => method.apply(context, [...given, ...more])
    }
    Object.keys = (thing) => { const keys = []; for (const key in thing) keys.push(key); return keys }
    Object.values = (thing) => Object.keys(thing).map((key) => thing[key])
    Object.assign(Element.prototype, {
      visible() { return this.style.display !== 'none' },
      hide() { this.style.display = 'none'; return this },
      show() { this.style.display = ''; return this },
      remove() { this.parentNode.removeChild(this); return this },
      update(content) { this.innerHTML = content; return this },
      insert(content) { this.insertAdjacentHTML('beforeend', content); return this },
      replace(content) { this.outerHTML = content; return this },
      up() { return this.parentNode }, down() { return this.firstChild },
      select(selector) { return $A(this.querySelectorAll(selector)) },
    })`,

  'MooTools 1.2 and its natives': `
    const family = (name) => ({ name })
    for (const [type, name] of [[Array, 'array'], [Function, 'function'], [String, 'string'], [Element, 'element']]) {
      type.prototype.$family = family(name)
      type.implement = (added) => { for (const key in added) type.prototype[key] = added[key] }
    }
    Array.from = (thing) => thing == null ? [] : typeof thing === 'object' && 'length' in thing ? [].slice.call(thing) : [thing]
    Function.implement({
      create({ bind = this, arguments: given = [] }) {
        const method = this
        return (...more) => method.apply(bind, [].concat(given, more))
      },
      bind(bind, given) { return this.create({ bind, arguments: given }) },
      delay(ms) { return setTimeout(this, ms) },
      extend(added) { for (const key in added) this[key] = added[key]; return this },
    })
    Array.implement({
      each(work, bind) { for (let at = 0; at < this.length; at += 1) work.call(bind, this[at], at, this) },
      contains(thing) { return this.indexOf(thing) !== -1 },
      extend(added) { for (const each of added) this.push(each); return this },
      empty() { this.length = 0; return this }, getLast() { return this[this.length - 1] || null },
      erase(thing) { return this.filter((each) => each !== thing) },
    })
    String.implement({
      test(pattern) { return new RegExp(pattern).test(this) },
      contains(text) { return this.indexOf(text) !== -1 },
      clean() { return this.trim() }, capitalize() { return this.toUpperCase() },
    })
    Element.implement({
      get(name) { return this.getAttribute(name) }, set(name, value) { this.setAttribute(name, value); return this },
      match(selector) { return this.matches(selector) }, erase(name) { this.removeAttribute(name); return this },
      empty() { this.textContent = ''; return this }, dispose() { this.parentNode.removeChild(this); return this },
      clone() { return this.cloneNode(true) }, inject(place) { place.appendChild(this); return this },
      addEvent(kind, work) { this.addEventListener(kind, work); return this },
    })`,

  'zone.js and its tasks': `
    const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype
    const tasks = new WeakMap()
    EventTarget.prototype.addEventListener = function (kind, work, options) {
      if (!work) return
      const task = tasks.get(work) ?? { handleEvent: (event) => (work.handleEvent ?? work).call(event.currentTarget, event) }
      tasks.set(work, task)
      return add.call(this, kind, task, options)
    }
    EventTarget.prototype.removeEventListener = function (kind, work, options) {
      return remove.call(this, kind, tasks.get(work) ?? work, options)
    }
    const Native = Promise
    class ZoneAwarePromise {
      constructor(work) { this.inner = new Native(work) }
      then(done, failed) { return wrap(this.inner.then(done, failed)) }
      catch(failed) { return this.then(null, failed) }
      finally(work) { return wrap(this.inner.finally(work)) }
      static resolve(value) { return wrap(Native.resolve(value)) }
      static reject(fault) { return wrap(Native.reject(fault)) }
      static all(all) { return wrap(Native.all(all)) }
      static race(all) { return wrap(Native.race(all)) }
    }
    const wrap = (inner) => Object.assign(Object.create(ZoneAwarePromise.prototype), { inner })
    window.Promise = ZoneAwarePromise
    const { fetch: plain, setTimeout: later } = window
    window.fetch = (...asked) => wrap(plain(...asked))
    window.setTimeout = (work, ms, ...given) => later(() => work.apply(window, given), ms)
    window.requestAnimationFrame = (work) => later(() => work(performance.now()), 16)`,

  'properties that every loop meets': `
    Object.prototype.extend = function (more) { return Object.assign(this, more) }
    Object.prototype.kind = 'no-kind'
    Object.prototype.dataset2 = { a: 1 }
    Array.prototype.contains = function (thing) { return this.indexOf(thing) !== -1 }
    Array.prototype.last = 'last'
    Function.prototype.inherits = function () {}
    String.prototype.title = 'title'`,

  'a fetch that nobody can replace': `
    const before = window.fetch
    Object.defineProperty(window, 'fetch', { value: (...asked) => before(...asked), writable: false, configurable: false })
    Object.freeze(window.fetch)
    Object.freeze(Object.prototype); Object.freeze(Array.prototype); Object.freeze(Function.prototype)`,

  'a current script that is nobody': `
    Object.defineProperty(document, 'currentScript', { get: () => null, configurable: true })`,

  'a promise of its own without finally and allSettled': `
    delete Promise.prototype.finally; delete Promise.allSettled; delete Promise.any
    delete Array.prototype.at; delete Object.fromEntries; delete String.prototype.replaceAll
    delete Array.prototype.findLast; delete window.structuredClone; delete window.queueMicrotask`,
}
