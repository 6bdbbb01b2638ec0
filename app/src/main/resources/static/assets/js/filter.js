// On a narrow screen the filter starts closed, so that the list comes first. It opens as any details do.
(() => {
  if (!window.matchMedia("(max-width: 760px)").matches) return;
  for (const filter of document.querySelectorAll("form.filter > details")) filter.open = false;
})();
