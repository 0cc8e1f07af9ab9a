"""The studio: everything in a browser, on the user's own computer.

* `serving`: starts the server at 127.0.0.1, and the browser.
* `guard`: who may ask: this browser and nobody else.
* `app`: which address is answered by what.
* `desk`: documents as they are typed now, one change at a time; `view`: what it says of one;
  `folder`: which files there are, and nothing else is reached; `reading`: the loader, asked once.
* `store`: what is kept between two runs; `drafts`: words that are in no file yet, and where they
  belong.
* `forms`: a section file as the fields of a form; `changes`: one change to such a file; `fixing`:
  the one that a finding knows.
* `looking`: what is shown at an address; `actions`: what the buttons do; `recording`: who looked
  at the easy read; `word`: Word files that come in or back; `sealed`: what is no page of ours.
* `advice`: what to do about a finding, for people who never see a file.
* `previewing`: editions as readers get them, beside what is typed; `naming`: names of what is new.
* `pages`: the pages, made with the markup of the house; their words are in `words/`.

The files in `sources/` stay the only truth. A change goes into its file at once, by place, so that
no other line changes; what would make the document unreadable is kept beside until it does not.
"""
