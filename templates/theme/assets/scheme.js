// Before anything is drawn: light or dark as chosen, or else as the system has it, and room for notes where there are any.
try {
  const noted = (name) => name.startsWith("offer-playbook:") && name.endsWith(":company") && localStorage.getItem(name);
  document.documentElement.toggleAttribute("data-noted", Object.keys(localStorage).some(noted));
  document.documentElement.dataset.scheme = localStorage.getItem("offer-playbook:scheme") ?? "";
} catch {
  // Nothing is kept here, so nothing was chosen.
}
