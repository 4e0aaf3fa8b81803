import { askOnce } from './feed/catalogue.js';
import { follow } from './feed/feed.js';
import { Page } from './page.js';

const page = new Page(document);
follow((outcome) => page.receive(outcome));
askOnce((catalogue) => page.receiveCatalogue(catalogue));
