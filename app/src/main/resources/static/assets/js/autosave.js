// Saves a half-written entry on the server, never in the browser: the machine may be shared.
// A form asks for it with data-autosave="address"; the button "Save draft" does the same without this file.
(() => {
  const pauseMillis = 3000;
  for (const form of document.querySelectorAll("form[data-autosave]")) {
    const state = form.querySelector("[data-autosave-state]");
    let timer = 0;
    const say = (text) => { if (state) state.textContent = text; };
    const save = async () => {
      try {
        const answer = await fetch(form.dataset.autosave, {
          method: "POST", body: new URLSearchParams(new FormData(form)),
          credentials: "same-origin", redirect: "manual" });
        say(answer.ok ? "Draft saved." : "Draft not saved. Use Save draft, or copy your words before you leave.");
      } catch {
        say("Draft not saved: no connection. Keep this page open; we try again when you type.");
      }
    };
    form.addEventListener("input", () => {
      say("Not saved yet.");
      clearTimeout(timer);
      timer = setTimeout(save, pauseMillis);
    });
  }
})();
