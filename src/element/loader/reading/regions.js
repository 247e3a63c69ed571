// Listings and tables of a fetched article are landmarks: those of the same name get numbers, so that they can be told apart.

export class Regions {
  /** The name of each as it was drawn. */
  #names = new WeakMap();

  /** Numbers them. */
  follow(article) {
    const times = { __proto__: null };
    for (const region of article.querySelectorAll(".article-body [role=region]")) {
      if (!this.#names.has(region)) this.#names.set(region, region.getAttribute("aria-label"));
      const name = this.#names.get(region);
      times[name] = (times[name] ?? 0) + 1;
      const wanted = times[name] > 1 ? `${name} ${times[name]}` : name;
      if (region.getAttribute("aria-label") !== wanted) region.setAttribute("aria-label", wanted);
    }
  }
}
