// Makes the page quicker and the drawing alive. Without it the same forms work, by the list.
"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");

  // what was shown, for the browser's own Back; it is gone with the page
  const shown = [];
  let at = 0;
  let busy = false;

  const main = () => document.getElementById("main");

  function liven() {
    for (const button of document.querySelectorAll("[data-print]")) button.hidden = false;
    for (const drawing of document.querySelectorAll(".drawing")) draw(drawing);
  }

  /** Each region becomes a box to tick, the same as the one in the list. */
  function draw(drawing) {
    const leg = drawing.querySelector("svg");
    leg.removeAttribute("aria-hidden");
    leg.setAttribute("role", "group");
    leg.setAttribute("aria-label", drawing.dataset.label);
    const pointed = drawing.querySelector(".pointed");
    for (const region of leg.querySelectorAll("[data-code]")) {
      const box = document.getElementById("place-" + region.dataset.code);
      const name = box.closest("label").querySelector(".place").textContent;
      const follow = () => {
        region.classList.toggle("on", box.checked);
        region.setAttribute("aria-checked", String(box.checked));
      };
      const turn = () => {
        box.checked = !box.checked;
        follow();
      };
      region.setAttribute("role", "checkbox");
      region.setAttribute("tabindex", "0");
      region.setAttribute("aria-label", name);
      for (const event of ["focus", "pointerenter"]) {
        region.addEventListener(event, () => (pointed.textContent = name));
      }
      region.addEventListener("click", turn);
      region.addEventListener("keydown", (event) => {
        if (event.key === " " || event.key === "Enter") {
          event.preventDefault();
          turn();
        }
      });
      box.addEventListener("change", follow);
      follow();
    }
  }

  /** Puts a page in place of the one that is shown; what changed in the urgency is said aloud. */
  function show(next, title) {
    const before = document.querySelector(".banner")?.dataset.tone;
    main().replaceWith(next);
    document.title = title;
    liven();
    window.scrollTo(0, 0);
    const target =
      next.querySelector("[aria-invalid]") || next.querySelector("h1") || next;
    target.focus({ preventScroll: true });
    const banner = next.querySelector(".banner");
    const changed = banner && banner.dataset.said && banner.dataset.tone !== before;
    document.getElementById("announced").textContent = changed ? banner.dataset.said : "";
  }

  function keep() {
    return { html: main().outerHTML, title: document.title };
  }

  function read(html) {
    return new DOMParser().parseFromString(html, "text/html");
  }

  async function send(form, button) {
    busy = true;
    form.setAttribute("aria-busy", "true");
    form.querySelector(".lost")?.remove();
    try {
      const body = new URLSearchParams(new FormData(form, button));
      const reply = await fetch("/", { method: "POST", body, headers: { Accept: "text/html" } });
      const page = read(await reply.text());
      const next = page.getElementById("main");
      if (!next) throw new Error("no page");
      shown[at] = keep();
      at += 1;
      shown.length = at;
      history.pushState({ at }, "");
      show(document.adoptNode(next), page.title);
      shown[at] = keep();
    } catch {
      form.removeAttribute("aria-busy");
      const lost = document.createElement("p");
      lost.className = "lost";
      lost.setAttribute("role", "alert");
      lost.textContent = document.body.dataset.unreachable;
      form.append(lost);
    } finally {
      busy = false;
    }
  }

  document.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!busy) send(event.target, event.submitter);
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) window.print();
  });

  window.addEventListener("popstate", (event) => {
    const back = shown[event.state?.at ?? 0];
    if (back) {
      shown[at] = keep();
      at = event.state?.at ?? 0;
      const page = read(back.html);
      show(document.adoptNode(page.getElementById("main")), back.title);
    } else {
      location.reload();
    }
  });

  // a reload would lose what was answered, as it is kept nowhere but here
  window.addEventListener("beforeunload", (event) => {
    if (at > 0 && !main().hasAttribute("data-done")) event.preventDefault();
  });

  history.replaceState({ at: 0 }, "");
  liven();
})();
