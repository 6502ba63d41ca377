(() => {
  'use strict';
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const ranks = ['info', 'low', 'medium', 'high', 'critical'];

  // What needs this script is hidden until it runs.
  all('.tools, #filters').forEach((element) => { element.hidden = false; });

  // Light and dark: the system's choice until the reader makes one.
  const theme = one('#theme');
  const dark = () => (document.documentElement.dataset.theme ||
    (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
  const showTheme = () => { if (theme) theme.textContent = dark() ? 'Light' : 'Dark'; };
  theme?.addEventListener('click', () => {
    document.documentElement.dataset.theme = dark() ? 'light' : 'dark';
    showTheme();
  });
  showTheme();

  // Printed pages hold what the filter shows, unfolded.
  let folded = [];
  one('#print')?.addEventListener('click', () => print());
  addEventListener('beforeprint', () => {
    folded = all('details:not([open])').filter((d) => !d.closest('[hidden]'));
    folded.forEach((d) => { d.open = true; });
  });
  addEventListener('afterprint', () => { folded.forEach((d) => { d.open = false; }); });

  // Arrow keys walk the chart.
  one('.chart')?.addEventListener('keydown', (event) => {
    const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
    const cell = event.target.closest('td');
    if (!step || !cell) return;
    event.preventDefault();
    const rows = [...cell.closest('tbody').rows];
    let row = rows.indexOf(cell.parentElement), column = cell.cellIndex, button = null;
    while (!button) {
      row += step[0]; column += step[1];
      const next = rows[row]?.cells[column];
      if (!next || next.tagName !== 'TD') return;
      button = one('button', next);
    }
    button.focus();
  });

  // The list of duties and its filter.
  const form = one('#filters');
  if (!form) return;
  const groups = all('#list > details').map((element) => ({
    element, product: element.dataset.product, input: element.dataset.input, start: element.open,
    entries: all('.entries > li', element).map((item) => ({ item, ...item.dataset, text: null })),
    heading: one('summary', element).textContent.toLowerCase(),
  }));
  const text = (group, entry) => entry.text ??= group.heading + ' ' + entry.item.textContent.toLowerCase();
  const total = groups.reduce((sum, group) => sum + group.entries.length, 0);

  const wanted = () => {
    const data = new FormData(form);
    const boxes = all('[name=status]', form);
    return {
      words: data.get('q').toLowerCase().split(/\s+/).filter(Boolean),
      statuses: data.getAll('status'), everyStatus: boxes.every((box) => box.checked),
      severity: ranks.indexOf(data.get('severity')), product: data.get('product'),
      layer: data.get('layer'), function: data.get('function'), input: data.get('input') || '',
    };
  };
  const fits = (want, group, entry) =>
    want.statuses.includes(entry.status) &&
    ranks.indexOf(entry.severity) >= want.severity &&
    (!want.product || group.product === want.product) &&
    (!want.input || group.input === want.input) &&
    (!want.layer || entry.layer === want.layer) &&
    (!want.function || entry.function.split(' ').includes(want.function)) &&
    want.words.every((word) => text(group, entry).includes(word));

  const apply = () => {
    const want = wanted();
    const narrow = want.words.length || !want.everyStatus || want.severity > 0 ||
      want.product || want.layer || want.function || want.input;
    let shown = 0;
    for (const group of groups) {
      let here = 0;
      for (const entry of group.entries) {
        const ok = fits(want, group, entry);
        entry.item.hidden = !ok;
        here += ok;
      }
      group.element.hidden = here === 0;
      group.element.open = narrow ? here > 0 : group.start;
      shown += here;
    }
    one('#shown').textContent = narrow ? `${shown} of ${total} duties` : `${total} duties`;
    remember(want, narrow);
  };

  // The choice stands in the address, so that it can be sent to someone.
  const remember = (want, narrow) => {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value && name !== 'status') query.set(name, value);
    if (!want.everyStatus) query.set('status', want.statuses.join(' '));
    const hash = narrow ? '#duties?' + query : location.hash.startsWith('#duties?') ? '#duties' : location.hash;
    if (hash !== location.hash) try { history.replaceState(null, '', hash); } catch { /* not allowed here */ }
  };
  const choose = (query) => {
    form.reset();
    for (const [name, value] of new URLSearchParams(query)) {
      if (name === 'status') all('[name=status]', form).forEach((box) => { box.checked = value.split(' ').includes(box.value); });
      else if (form.elements[name]) form.elements[name].value = value;
    }
    apply();
  };
  const fromAddress = () => {
    if (!location.hash.startsWith('#duties?')) return false;
    choose(location.hash.slice('#duties?'.length));
    one('#duties').scrollIntoView();
    return true;
  };

  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(apply));
  addEventListener('hashchange', fromAddress);
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-filter]');
    if (!link) return;
    event.preventDefault();
    link.closest('[popover]')?.hidePopover();
    choose(link.dataset.filter);
    one('#duties').focus({ preventScroll: true });
    one('#duties').scrollIntoView();
  });
  const unfold = one('#unfold');
  unfold.addEventListener('click', () => {
    const open = unfold.textContent === 'Expand all';
    groups.forEach((group) => { if (!group.element.hidden) group.element.open = open; });
    unfold.textContent = open ? 'Collapse all' : 'Expand all';
  });
  document.addEventListener('keydown', (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      form.elements.q.focus();
      form.elements.q.select();
    }
    if (event.key === 'Escape' && event.target === form.elements.q && form.elements.q.value) {
      event.preventDefault();
      form.elements.q.value = '';
      apply();
    }
  });

  // A link to a folded section unfolds it.
  const unfoldTarget = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.tagName === 'DETAILS') target.open = true;
  };
  addEventListener('hashchange', unfoldTarget);
  unfoldTarget();
  if (!fromAddress()) apply();
})();
