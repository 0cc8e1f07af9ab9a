"""One machine for every file: order → documents → jobs → crew → shelf → delivery.

`build` makes the files of the house, `batch` a pack for each partner of a plan. Both load a
document in one way, have their work done by one crew, and have each file judged by one judge.
"""
