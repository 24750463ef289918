/** In both languages and without the texts of either: they are what could not be loaded. */
export function NotLoaded() {
  return (
    <div className="failure" role="alert">
      <p lang="id">Halaman tidak dapat dimuat. Periksa sambungan Anda, lalu muat ulang.</p>
      <p lang="en">The page could not be loaded. Check your connection and load it again.</p>
      <div className="failure__ways">
        <button className="button button--main" type="button" onClick={() => window.location.reload()}>
          Muat ulang / Reload
        </button>
      </div>
    </div>
  );
}
