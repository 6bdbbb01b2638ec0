// One tab stop for a drawing with many marks: arrow keys move, Home and End jump, Enter follows the link.
// Without this file each mark is a link of its own, and the list below the drawing holds the same rows.
(() => {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  for (const drawing of document.querySelectorAll("svg[data-roving]")) {
    const marks = [...drawing.querySelectorAll("a")];
    marks.forEach((mark, i) => mark.setAttribute("tabindex", i === 0 ? "0" : "-1"));
    drawing.addEventListener("keydown", (event) => {
      const at = marks.indexOf(document.activeElement);
      if (at < 0) return;
      let to = -1;
      if (event.key in step) to = (at + step[event.key] + marks.length) % marks.length;
      if (event.key === "Home") to = 0;
      if (event.key === "End") to = marks.length - 1;
      if (to < 0) return;
      event.preventDefault();
      marks[at].setAttribute("tabindex", "-1");
      marks[to].setAttribute("tabindex", "0");
      marks[to].focus();
    });
  }
})();
