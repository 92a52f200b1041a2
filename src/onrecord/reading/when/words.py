"""The words of the calendar, as pieces of patterns."""

from __future__ import annotations

MONTHS = {
    name: number
    for number, names in enumerate(
        """
        january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|
        november nov|december dec
        """.split("|"),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        "monday mon|tuesday tues tue|wednesday wed|thursday thurs thu|friday fri|saturday sat|sunday sun".split("|")
    )
    for name in names.split()
}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # first months, northern
ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
ORDINALS |= {"final": -1, "last": -1, "opening": 1}
CENTURIES = {
    name: number
    for number, name in enumerate(
        """
        fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first
        """.split(),
        start=15,
    )
}

# A space within a line; papers also print "March 13 , 2031" when a machine has set the words apart.
SP = r"[^\S\n\r]+"
OSP = r"[^\S\n\r]*"
DASH = rf"{OSP}[-\u2010-\u2015]{OSP}"

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
WEEKDAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY"
    r"|(?:Mon|Tues|Tue|Wed|Thurs|Thu|Fri|Sat|Sun)\b\.?(?=,?\s+(?:\d|[A-Z][a-z]{2,8}\.?\s+\d)))"
)
YEAR = r"(?:1[5-9]\d\d|20\d\d)(?![\d,.]?\d)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d,]?\d)(?!:\d)(?![%\u00b0])"
PART_OF_DAY = r"(?:night|morning|afternoon|evening|lunchtime|midday|noon)"
SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
PART = (
    r"(?:(?:[Tt]he" + SP + r")?(?:(?:[Vv]ery" + SP + r")?(?:[Ee]nd|[Ss]tart|[Bb]eginning|[Mm]iddle|[Rr]emainder|[Rr]est"
    r"|[Cc]lose)" + SP + r"of" + r"|(?:first|second|latter)" + SP + r"half" + SP + r"of)" + SP + r"(?:the" + SP + r")?"
    r"|(?:[Ee]arly|[Ll]ate|[Mm]id)(?:-|" + SP + r"(?:in" + SP + r"(?:the" + SP + r")?)?)"
    r"|(?:[Ee]arlier|[Ll]ater)" + SP + r"(?:in" + SP + r")?(?:the" + SP + r")?)"
)
SHIFT = r"(?:[Ll]ast|[Pp]ast|[Pp]revious|[Pp]receding|[Nn]ext|[Cc]oming|[Uu]pcoming|[Ff]ollowing|[Tt]his|[Cc]urrent)"
COUNT = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|thirty"
    r"|fifty)"
)
