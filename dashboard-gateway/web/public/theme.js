try {
  document.documentElement.dataset.theme =
    localStorage.getItem('vigil.theme') === 'light' ? 'light' : 'dark';
} catch {
  // No storage: the wall's default stays.
}
