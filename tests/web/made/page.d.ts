// What the page has that no module declares: made at build time, by the theme, or found by a selector of our templates.

interface ParentNode {
  querySelector(selectors: string): any;
  querySelectorAll(selectors: string): NodeListOf<any>;
}

interface Element extends HTMLOrSVGElement {
  closest(selectors: string): any;
}

interface Window {
  [name: string]: any;
}
