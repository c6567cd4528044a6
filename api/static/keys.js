// The keyboard of the reviewers. Every key has a link, a button or a field of its own, so all works without it.
"use strict";

(() => {
  const one = (selector) => document.querySelector(selector);
  const decision = one("#decision");
  const TYPED = ["radio", "checkbox", "button", "submit"];

  const typing = (target) =>
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !TYPED.includes(target.type)) ||
    target.isContentEditable;

  const follow = (selector) => {
    const link = one(selector);
    if (link) link.click();
  };

  const choose = (radio, field) => {
    if (!radio) return;
    radio.checked = true;
    const reason = decision.elements.reason;
    if (!reason.value && radio.dataset.reason) reason.value = radio.dataset.reason;
    decision.dispatchEvent(new Event("input"));
    (field || reason).focus();
  };

  const adopt = (number) => {
    const option = decision.querySelector(`#claim option[data-number="${number}"]`);
    if (!option) return;
    option.selected = true;
    choose(one("#outcome-accept_claim"));
  };

  const step = (by) => {
    const rows = [...document.querySelectorAll(".finding > a")];
    if (!rows.length) return follow(by > 0 ? "#next" : "#back");
    const at = rows.indexOf(document.activeElement);
    const next = rows[Math.min(Math.max(at + by, 0), rows.length - 1)];
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  };

  const filter = () => {
    const box = one("#filters");
    if (!box) return follow("#back");
    box.open = true;
    box.querySelector("select").focus();
  };

  const undo = () => {
    const form = one("#undo");
    if (form) form.requestSubmit();
    else follow("#done");
  };

  const help = () => {
    const box = one("#help");
    if (box.open) box.close();
    else box.showModal();
  };

  const act = (key) => {
    const keys = { j: () => step(1), k: () => step(-1), "/": filter, "?": help, u: undo };
    if (keys[key]) return keys[key];
    if (!decision) return null;
    if (/^[1-9]$/.test(key)) return () => adopt(key);
    const radio = /^[a-z]$/.test(key) && decision.querySelector(`input[data-key="${key}"]`);
    return radio ? () => choose(radio, key === "r" ? decision.elements.low : null) : null;
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && decision) {
      event.preventDefault();
      return decision.requestSubmit();
    }
    if (event.key === "Escape" && typing(event.target)) return event.target.blur();
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
    const action = act(event.key);
    if (action) {
      event.preventDefault();
      action();
    }
  });

  // Whoever begins to answer has the case on the desk, so that others see it.
  const desk = one("#desk[data-free]");
  if (decision && desk) {
    decision.addEventListener("input", () => {
      // Its buttons are called action, so the property of that name is no address.
      const body = new URLSearchParams(new FormData(desk));
      body.set("action", "begin");
      fetch(desk.getAttribute("action"), { method: "POST", body }).then(async (answer) => {
        if (answer.status === 409) one("#desk-taken").textContent = `${await answer.text()}.`;
      });
    }, { once: true });
  }

  document.documentElement.classList.add("keys");
})();
