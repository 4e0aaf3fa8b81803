import { askOnce } from './feed/catalogue.js';
import { Feed } from './feed/feed.js';
import { Page } from './page.js';

const page = new Page(document);
const feed = new Feed(
  () => page.window,
  (outcome) => page.receive(outcome),
);
page.onWindow(() => feed.ask());
feed.ask();
askOnce((catalogue) => page.receiveCatalogue(catalogue));
