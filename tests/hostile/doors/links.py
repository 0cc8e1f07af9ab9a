"""Addresses that a reader must never be sent to."""

from __future__ import annotations

from tests.hostile.attack import BUILD, READ, START, Attack, section

_REFUSED = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "vbscript:x",
    "data:text/html,<script>alert(1)</script>", "DATA:text/html;base64,PHNjcmlwdD4=", "file:///etc/passwd",
    "ftp://evil.example/x", "smb://evil.example/x", "//evil.example/x", "blob:https://evil.example/x",
    "about:blank", "ms-word:ofe|u|https://evil.example", "view-source:https://evil.example",
    "jar:https://evil.example!/", "cid:x", "chrome://settings", "intent://x#Intent;end",
    "search-ms:query=x", "ldap://evil.example", "telnet://evil.example", "ssh://evil.example",
    "https:", "https://", "http:///x", "/etc/passwd", "../../outside/secret.txt", "C:/x",
    "https://good.example@evil.example/", "https://a b.example/",
)  # fmt: skip
_WORDS = {
    "an address in quotation marks": '[x](https://a.example/"onclick="alert(7))',
    "an address with signs by number": "[x](https://a.example/%22onclick=%22alert(7)%22)",
    "words with quotation marks": '[x" onclick="alert(7)](https://a.example/)',
}

ATTACKS = (
    *(Attack(repr(url)[1:-1], {START: section(f"See [this page]({url}) now.")}, READ, 1, "" if set(url) & set("\t ") else "link-")
      for url in _REFUSED),
    *(Attack(name, {START: section(text)}, BUILD, 0, never='onclick="alert(7)')
      for name, text in _WORDS.items()),
    Attack("a contact's javascript", {"sources/guide/document.yaml":
           "title: A\nlanguage: en\ncontacts: {main: {name: A, web: 'javascript:alert(1)'}}\n"
           "sections: [start]\n"}, READ, 1, "web"),
    Attack("a contact who is called back", {"sources/guide/document.yaml":
           "title: A\nlanguage: en\ncontacts: {main: {name: A, email: 'a@b.example?bcc=c@d.example'}}\n"
           "sections: [start]\n"}, READ, 1, "email-shape"),
)  # fmt: skip
