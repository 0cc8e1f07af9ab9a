"""Charts and diagrams, drawn from data: pure, without a state, the same bytes each time.

frame       how wide, in which type; words measured and broken into lines
outlines    words as shapes, where programs would set them each in its own way
canvas      what is drawn, as plain SVG; from the right, where that is how people read
fills       how one series or part is told from another, in colour and in grey
bars lines parts pictograms     charts of numbers
timeline steps comparison       diagrams of words
cutting     which rows stand on which page, where a chart is higher than one
drawing     the pictures of a chart, in an edition's size of type
sentences   what a chart says to who does not see it
rows        the pictures of a chart in easy read, without words
"""

from exporter.charts.drawing import drawn, height_of, lacking
from exporter.charts.rows import picture_of_row
from exporter.charts.sentences import alternative_text, shown

__all__ = ["alternative_text", "drawn", "height_of", "lacking", "picture_of_row", "shown"]
