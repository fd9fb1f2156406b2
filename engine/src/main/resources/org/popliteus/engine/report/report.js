"use strict";
// Search, printing and the keys of the heat map. Without it everything can still be read.
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const search = document.getElementById("search");
  const count = document.getElementById("count");
  const openAll = document.getElementById("all");
  const closed = new Set();

  // What is searched: the text of an entry and the codes it links to. An entry that holds others has its head alone.
  const entries = all(".item").map((element) => {
    const own = element.querySelector("[data-own]");
    return { element, kind: element.dataset.kind, own: own && own.parentElement === element ? own : element, text: null };
  });
  const groups = all("[data-group]");
  const text = (entry) => {
    if (entry.text === null) {
      const codes = all("a[href^='#']", entry.own).map((link) => link.hash);
      entry.text = [entry.own.textContent, entry.element.id, ...codes].join(" ").toLowerCase();
    }
    return entry.text;
  };

  const many = { rule: "rules", finding: "findings", cause: "causes", advice: "pieces of advice", factor: "factors", score: "scores", source: "sources", fact: "facts", scenario: "scenarios" };
  const one = { advice: "piece of advice" };
  const said = (numbers) => {
    const parts = Object.keys(many).filter((kind) => numbers[kind])
      .map((kind) => `${numbers[kind]} ${numbers[kind] === 1 ? one[kind] || kind : many[kind]}`);
    return parts.length ? parts.join(", ") : "Nothing matches.";
  };

  // More than this many are too long to lay open at once.
  const FEW = 400;

  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const details of closed) details.open = false;
    closed.clear();
    document.body.classList.toggle("searching", words.length > 0);
    if (!words.length) {
      for (const { element } of entries) {
        element.hidden = false;
        element.classList.remove("partly");
      }
      for (const group of groups) group.hidden = false;
      count.textContent = "";
      highlight([], []);
      return;
    }
    const numbers = {};
    const found = [];
    const shown = new Set();
    for (const entry of entries) {
      if (words.every((word) => text(entry).includes(word))) {
        found.push(entry);
        shown.add(entry.element);
        numbers[entry.kind] = (numbers[entry.kind] || 0) + 1;
        const above = entry.element.parentElement.closest(".item");
        if (above) shown.add(above);
      }
    }
    const whole = new Set(found.filter((entry) => entry.own !== entry.element).map((entry) => entry.element));
    for (const { element } of entries) {
      const above = element.parentElement.closest(".item");
      element.hidden = !shown.has(element) && !(above && whole.has(above));
      element.classList.toggle("partly", !element.hidden && Boolean(element.querySelector(".item")) && !whole.has(element));
    }
    for (const group of groups) group.hidden = !group.querySelector(".item:not([hidden])");
    if (found.length <= FEW) for (const { element } of found) reveal(element, closed);
    count.textContent = said(numbers);
    scrollTo(0, 0);
    highlight(words, found.slice(0, FEW));
  };

  // Colours what was found, where the browser can do that without touching the text.
  const highlight = (words, found) => {
    if (!("highlights" in CSS)) return;
    const ranges = [];
    for (const { own } of found) {
      const walk = document.createTreeWalker(own, NodeFilter.SHOW_TEXT);
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const lower = node.data.toLowerCase();
        if (lower.length !== node.data.length) continue;
        for (const word of words) {
          for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) {
            const range = new Range();
            range.setStart(node, at);
            range.setEnd(node, at + word.length);
            ranges.push(range);
          }
        }
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
  };

  // Opens whatever an element lies in; what was opened is added to the set.
  const reveal = (element, opened) => {
    for (let d = element.parentElement.closest("details"); d; d = d.parentElement.closest("details")) {
      if (!d.open) {
        d.open = true;
        if (opened) opened.add(d);
      }
    }
  };

  const toTarget = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (search.value) {
      search.value = "";
      filter();
    }
    reveal(target, null);
    if (target.tagName === "DETAILS") target.open = true;
    target.scrollIntoView();
  };

  let waiting = 0;
  search.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 150);
  });
  search.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      search.value = "";
      filter();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && event.target !== search) {
      event.preventDefault();
      search.focus();
    }
  });

  const long = all("details.cause, details.file");
  openAll.addEventListener("click", () => {
    const open = openAll.getAttribute("aria-pressed") !== "true";
    openAll.setAttribute("aria-pressed", String(open));
    for (const details of long) details.open = open;
  });

  // One number of the heat map can be reached with Tab, the others with the arrow keys.
  const map = document.querySelector(".heat");
  const rows = all("tr.item", map).map((row) => [...row.cells].slice(1).map((cell) => cell.querySelector("a")));
  let current = null;
  const go = (link) => {
    if (current) current.tabIndex = -1;
    current = link;
    link.tabIndex = 0;
  };
  for (const link of all("td a", map)) {
    link.tabIndex = -1;
    if (!current) go(link);
  }
  // the nearest number that way; up and down may lead to a neighbouring column
  const next = (row, column, key) => {
    if (key === "ArrowLeft") return rows[row].slice(0, column).reverse().find(Boolean);
    if (key === "ArrowRight") return rows[row].slice(column + 1).find(Boolean);
    const way = key === "ArrowUp" ? rows.slice(0, row).reverse() : rows.slice(row + 1);
    return way.map((cells) => cells[0] && cells[0].closest("[hidden]") ? null : cells[column]).find(Boolean);
  };
  map.addEventListener("keydown", (event) => {
    if (!event.key.startsWith("Arrow") || !event.target.closest("td")) return;
    event.preventDefault();
    const row = rows.findIndex((cells) => cells.includes(event.target));
    const link = next(row, rows[row].indexOf(event.target), event.key);
    if (link) {
      go(link);
      link.focus();
    }
  });
  map.addEventListener("focusin", (event) => {
    if (event.target.closest("td")) go(event.target);
  });

  let printed = [];
  addEventListener("beforeprint", () => {
    printed = all("details:not([open])");
    for (const details of printed) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of printed) details.open = false;
  });
  addEventListener("hashchange", toTarget);

  document.querySelector(".search").hidden = false;
  document.querySelector(".keys").hidden = false;
  openAll.hidden = false;
  if (location.hash) toTarget();
})();
