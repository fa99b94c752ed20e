// What an accessibility checker asks of a page, in our own words. Each function returns a list of faults.
(() => {
  const visible = (element) =>
    element.checkVisibility({ contentVisibilityAuto: true, opacityProperty: true, visibilityProperty: true });
  const unseen = (element) => element.closest(".unseen, .skip") !== null;
  const place = (element) =>
    `${element.localName}${element.className.baseVal ?? "." + element.className} "${element.textContent.trim().slice(0, 40)}"`;

  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  function colour(text) {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = text;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
    return { parts: [red, green, blue], alpha: alpha / 255 };
  }
  function over(top, bottom) {
    return top.parts.map((part, index) => part * top.alpha + bottom[index] * (1 - top.alpha));
  }
  // The colour on which an element's text stands: WCAG's relative luminance needs an opaque one.
  function ground(element) {
    const chain = [];
    for (let each = element; each; each = each.parentElement) chain.push(each);
    return chain.reverse().reduce((below, each) => over(colour(getComputedStyle(each).backgroundColor), below), [255, 255, 255]);
  }
  function luminance(parts) {
    const [red, green, blue] = parts.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }
  function contrast(one, other) {
    const [dark, light] = [luminance(one), luminance(other)].sort((left, right) => left - right);
    return (light + 0.05) / (dark + 0.05);
  }

  window.checks = {
    // WCAG 2.2 §1.4.3: 4.5 to 1, or 3 to 1 for large text.
    contrast() {
      const faults = [];
      let seen = 0;
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || unseen(element) || !visible(element) || element.closest("svg")) continue;
        const style = getComputedStyle(element);
        const size = parseFloat(style.fontSize);
        const large = size >= 24 || (size >= 18.66 && parseInt(style.fontWeight) >= 700);
        const below = ground(element);
        const ratio = contrast(over(colour(style.color), below), below);
        seen += 1;
        if (ratio < (large ? 3 : 4.5)) faults.push(`${ratio.toFixed(2)}: ${place(element)}`);
      }
      return seen < 500 ? [`only ${seen} texts were seen`] : [...new Set(faults)];
    },
    // §1.4.11: what carries meaning stands out from what is around it, 3 to 1.
    marks() {
      return [...document.querySelectorAll("td.away, .chip, dl.shares .uncovered dt, .bar .cover")].flatMap((element) => {
        const style = element.localName === "rect" ? getComputedStyle(element).fill
          : element.localName === "dt" ? getComputedStyle(element, "::before").backgroundColor
          : getComputedStyle(element).backgroundColor;
        const around = ground(element.localName === "td" || element.localName === "dt" ? document.body : element.parentElement);
        const ratio = contrast(colour(style).parts, element.classList.contains("chip") && element.parentElement.matches(".away")
          ? colour(getComputedStyle(element).color).parts : around);
        return ratio < 3 ? [`${ratio.toFixed(2)}: ${place(element)}`] : [];
      });
    },
    // §1.4.10: at 320 pixels nothing has to be scrolled sideways but tables that need two dimensions.
    reflow() {
      const width = document.documentElement.clientWidth;
      const faults = document.documentElement.scrollWidth > width ? [`the page is ${document.documentElement.scrollWidth} wide`] : [];
      for (const element of document.body.querySelectorAll("*")) {
        // What is too long for its cell is cut there, and the page keeps its width.
        if (unseen(element) || element.closest(".scroll, svg, .who") || !visible(element)) continue;
        const box = element.getBoundingClientRect();
        if (box.width > 0 && (box.right > width + 1 || box.left < -1)) faults.push(`sticks out: ${place(element)}`);
      }
      return faults;
    },
    structure() {
      const faults = [];
      const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
      faults.push(...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `the id ${id} stands twice`));
      let level = 0;
      for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
        const next = Number(heading.localName[1]);
        if (next > level + 1) faults.push(`a heading is skipped before ${place(heading)}`);
        if (!heading.textContent.trim()) faults.push("an empty heading");
        level = next;
      }
      for (const [selector, count] of [["h1", 1], ["main", 1], ["body > header", 1], ["body > footer", 1], ["nav[aria-label]", 1]]) {
        const found = document.querySelectorAll(selector).length;
        if (found !== count) faults.push(`${found} of ${selector}`);
      }
      if (document.documentElement.lang !== "en" || document.documentElement.dir !== "ltr") faults.push("no lang or dir");
      if (!document.title) faults.push("no title");
      for (const text of document.body.childNodes) {
        if (text.nodeType === Node.TEXT_NODE && text.data.trim()) faults.push("text outside the landmarks");
      }
      for (const element of document.querySelectorAll("[aria-labelledby]")) {
        for (const id of element.getAttribute("aria-labelledby").split(" ")) {
          if (!document.getElementById(id)?.textContent.trim()) faults.push(`no words for ${place(element)}`);
        }
      }
      for (const link of document.querySelectorAll("a")) {
        if (!link.textContent.trim()) faults.push("a link without words");
        if (link.hash && !document.getElementById(link.hash.slice(1))) faults.push(`a link to nowhere: ${link.hash}`);
      }
      for (const svg of document.querySelectorAll("svg:not([aria-hidden])")) {
        if (svg.getAttribute("role") !== "img" || !svg.querySelector("title") || !svg.querySelector("desc")) {
          faults.push("a drawing without title, description or role");
        }
      }
      for (const hidden of document.querySelectorAll("[aria-hidden]")) {
        if (hidden.querySelector("a, summary, [tabindex]")) faults.push(`hidden and focusable: ${place(hidden)}`);
      }
      for (const region of document.querySelectorAll("[tabindex]")) {
        if (!region.getAttribute("aria-label") || region.tabIndex !== 0) faults.push(`focusable without a name: ${place(region)}`);
      }
      return faults;
    },
    tables() {
      const faults = [];
      for (const table of document.querySelectorAll("table")) {
        if (!table.caption?.textContent.trim()) faults.push("a table without a caption");
        const columns = table.tHead.rows[0].cells;
        for (const header of table.querySelectorAll("th")) {
          if (!["row", "col"].includes(header.scope)) faults.push(`a header without a scope: ${place(header)}`);
          if (!header.textContent.trim()) faults.push(`an empty header in ${table.caption.textContent}`);
        }
        for (const row of [...table.tBodies, table.tFoot].flatMap((part) => (part ? [...part.rows] : []))) {
          if (row.cells.length !== columns.length) faults.push(`a ragged row: ${place(row)}`);
          if (row.cells[0].localName !== "th") faults.push(`a row without a header: ${place(row)}`);
        }
      }
      return faults;
    },
    // Every number with where plan.json has it.
    numbers() {
      return [...document.querySelectorAll("[data-tally]")].map((element) =>
        [element.dataset.tally, element.getAttribute("value"), element.textContent]);
    },
    // Numeric cells that nothing vouches for.
    unmarked() {
      return [...document.querySelectorAll("td.number, td.load")].filter((cell) => /^\s*\d+\s*$/.test(cell.textContent)
        && !cell.querySelector("data")).map(place);
    },
    // Each element with the names of its attributes.
    shapes() {
      return [...new Set([...document.querySelectorAll("*")].map((element) =>
        [element.localName, ...element.getAttributeNames().sort()].join(" ")))].sort();
    },
    open() { for (const each of document.querySelectorAll("details")) each.open = true; return []; },
    // On paper, what is folded up is read as well.
    unfolded() {
      return [...document.querySelectorAll("details > :not(summary)")].filter((element) => !visible(element)).map(place)
        .concat(visible(document.querySelector("nav")) ? ["the contents are printed"] : []);
    },
  };
  return true;
})();
