"""Pictures of ratings: one description of a figure, and what draws it.

    Trajectory ── trajectory.figure() ── Figure ─┬─ svg.render()      on paper and without JavaScript
                                                 ├─ plotly.spec()     in the browser, replaces the SVG
                                                 ├─ figure.summary    the sentence
                                                 └─ figure.table      the numbers

Everything is read from the one Figure, so sentence, table and picture cannot disagree.
"""
