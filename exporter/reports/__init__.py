"""What the program tells of its work: lines, pages and tables, made of records. Prints nothing."""

EVIDENCE = "what-we-checked.html"
