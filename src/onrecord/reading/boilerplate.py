"""Boilerplate: what an outlet prints on every page, which no report says. Phrases by their first words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from onrecord.model import Span, Spans

# How a sentence of boilerplate begins: its first word (or several, with strokes between), and a pattern for what comes
# after the word and a space.
BEGINNINGS = r"""
    select (?:a |your )?language\b
    choose (?:a |your )?language\b
    advertise/advertising with us\b
    advertisement (?:$|\d|-|scroll|continue)
    supported by\s*$
    sponsored (?:content|by)\b
    story continues\b
    article continues\b
    continue reading\b
    sign up (?:for|to|here|now|today|with)\b
    sign in (?:to|with|here)\b
    sign in\.?$
    subscribe (?:now|to|for|today|here)\b
    subscribe/subscribed \.?$
    subscription \.?$
    login (?:\.?$|to\b|with\b)
    log in(?:\.?$| to\b| with\b)
    register (?:now|for free|here|to (?:continue|read))\b
    already (?:a subscriber|have an account|registered)\b
    don ['’]t have an account\b
    forgot (?:your )?password\b
    create (?:a|an|your) (?:free )?account\b
    username or email\b
    remember me\b
    want all of\b
    want to read more\b
    by (?:subscribing|submitting|entering your|clicking|signing up|continuing|providing your)\b
    you agree to (?:our|the|receive)\b
    we (?:also |strongly )?believe (?:that )?(?:quality|independent|good) journalism\b
    agree to receive\b
    for more .{0,40}(?:articles|stories|news|coverage),? (?:visit|click|go to|see)\b
    we publish news\b
    publishers (?:named|listed) above\b.*
    you can (?:also )?(?:unsubscribe|opt[ -]out|sign up|subscribe)\b
    you understand that you can\b
    you ['’]ve (?:successfully )?(?:subscribed|read all|reached your)\b
    you have (?:successfully subscribed|read all|reached your|been subscribed)\b
    follow (?:us|the latest|our (?:channel|page|coverage|live))\b
    follow @\w+
    follow .{1,60} on (?:x|twitter|facebook|instagram|telegram|whatsapp|google news|tiktok|youtube|threads)\b
    like us on\b
    find us on\b
    join (?:us on|our (?:telegram|whatsapp|channel|newsletter|mailing)|the conversation|thought)\b
    share (?:this|on|via|article|story|with)\b.{0,40}$
    copy link\b
    click here\b
    tap here\b
    read (?:more|also|next):
    read (?:more|also|next|on|our|the full|full|about our)\b.{0,20}\s*(?:[:»>]|$)
    read (?:more|also) (?:about|on|from|here|at|news|stories)\b
    read about our\b
    also read\b
    popular/comments $
    would you like to comment\b
    join (?:our|the) (?:commenting|comments?|discussion|debate)\b
    see (?:also|more)\s*(?:[:»>]|$)
    see more (?:on|from|stories)\b
    watch (?:more|also|live|now|the (?:full )?video|below)\s*(?:[:»>]|$)
    listen to (?:this (?:article|story)|the (?:story|podcast))\b
    related (?:articles?|stories|story|news|topics?|content|coverage|links?|reading)?\s*(?::|$)
    recommended (?:stories|for you|reading|articles|by)?\s*(?::|$)
    more from \w+(?: \w+){0,3}$
    more (?:articles|stories|news|coverage|on this story|from (?:this|the) (?:author|section)|top stories)\s*(?:[:»>]|$)
    most (?:read|popular|viewed|shared)\s*(?::|$)
    trending (?:now|stories)?\s*(?::|$)
    top stories\s*(?::|$)
    you may (?:also )?(?:like|be interested)\b
    don ['’]t miss\s*(?::|$)
    editor/editors ['’]?s? ?(?:picks?|choice)\b
    in this (?:article|story)\s*(?::|$)
    on the site:
    view (?:all|comments?|gallery|image|on|in)\b.{0,40}$
    load more\b
    show more\b
    back to top\b
    skip to (?:main|content|navigation)\b
    please (?:enable|refresh|reload|try again|check (?:your|back)|log ?in|sign in|click|view the main)\b
    please (?:update your|verify|wait while)\b
    enable javascript\b
    javascript (?:is|must)\b
    the page (?:may|might|can) ?not (?:be displayed|display|load)\b
    to (?:view|watch|play) this (?:video|content)\b.{0,30}(?:enable|javascript|please)
    to (?:complete the process|enjoy our content|continue reading|unsubscribe)\b
    to address comments or complaints\b
    your browser\b
    this (?:video|content|feature|browser|site) (?:is not|cannot|can not|isn['’]t) (?:available|be|supported)
    this (?:video|content|feature|browser|site) (?:does not|requires) (?:work|support|java)
    this (?:site|website|page) (?:uses|is protected by)\b
    this (?:material|article|story|content|report) may not be (?:re)?(?:published|produced|copied|distributed)\b
    this is (?:a|an) (?:developing|breaking(?: new)?|automated|automatically) \b
    this (?:story|article|report|page) (?:has been|was|will be|is being) (?:last )?updated\b
    we (?:use|and our partners (?:use|store)) (?:cookies|and|information)\b
    we (?:need to confirm your|want to hear from you|are having trouble|value your privacy|may earn)\b
    accept (?:all )?cookies\b
    manage (?:cookies|preferences|consent|your)\b
    cookie/cookies (?:policy|settings|preferences|notice)\b
    privacy (?:policy|notice|settings)\s*(?:[.|•·]|$)
    terms (?:of (?:use|service)|and conditions|& conditions)\s*(?:[.|•·]|$)
    notifications can be managed\b
    all (?:quotes|times|market data|data) (?:delayed|displayed|are|is) (?:delayed|displayed|eastern|local|a )
    quotes (?:displayed|delayed)\b
    market data (?:provided|by)\b
    data (?:is a real-time|is delayed|also provided|provided)\b
    mutual fund and etf\b(?: data provided by\b[^.]{0,40}\.?)?
    powered (?:and implemented )?by\b.{0,60}$
    legal statement\b
    all rights reserved\b
    copyright (?:©|\(c\)|\d{4}|the |by )
    no part of this (?:publication|article|site)\b
    get (?:the|our|more|all the|daily|breaking|this|your) .{0,120}\b(?:inbox|newsletters?|delivered|our app|app)\b
    get (?:daily|breaking) \w+ (?:news|alerts)\b
    get (?:the latest|exclusive|unlimited)\b.{0,80}(?:updates|access|content|more)\b
    download (?:our|the)\b.{0,40}\bapp\b
    delivered (?:to|straight|weekdays|daily|every)\b
    got (?:a|something)\b.{0,20}\b(?:tip|story|to say)\b
    have (?:a|you got a) (?:tip|story)\b
    do you have (?:a|any) (?:tips?|story|stories)\b
    contact us\b
    send (?:us )?(?:your )?(?:tips|comments|feedback|thoughts|questions|an email)\b
    email (?:us|the author|the reporter)\b
    support (?:independent|our|quality|free) journalism\b
    donate (?:now|today|to us|here)\b
    your (?:donation|contribution|support|subscription) (?:allows|helps|makes|keeps|supports|could)\b
    thank you for (?:reading|your patience|registering|subscribing|signing|your (?:support|interest))\b
    thanks for (?:reading|subscribing|signing|registering)\b
    there was (?:a problem|an error) (?:processing|with your|submitting|signing)\b
    an error occurred\b
    something went wrong\b
    almost finished\b
    our standards:
    if you ?(?:are|['’]re) (?:in|using) reader mode\b
    if you (?:have any|would like to|want to) (?:questions? or|contribute|share your story|get in touch)\b
    while you['’]re here\b
    outside the \w+\? sign up\b
    closed captioning\b
    audience relations\b
    toll -free\b
    it is (?:a|our) priority for \w+ to\b
    comment/comments (?:are closed|have been closed|section|policy|guidelines|\(\d+\)|\d+)\b.{0,30}$
    leave a (?:comment|reply)\b
    post a comment\b
    join thought-provoking\b
    file (?:photo|image|picture|-|–|—|:)
    photo (?:by|credit|courtesy|illustration)\b
    image (?:source|credit|caption|copyright)\b
    published (?:in|by) \w+.{0,20}\ball rights\b
    more (?::|on .{1,40}:)\sNO_STOP
    watch :\s
    just (?-i:WATCHED)\b
    play (?:(?-i:Video|VIDEO)\b|video\s*(?:$|\d))
    related (?-i:Coverage|COVERAGE)\b
    read the original article\b
    articles/reports/stories/commentaries .{0,40}\b(?:identify|name|list) .{1,40} as (?:the|their) publisher\b
    we operate from (?-i:(?:[A-Z]\w+(?: [A-Z]\w+)?, ){2,}[A-Z])
    global/international/world (?:business|financial|markets?)\b.{0,40}\bnews\b.{0,40}\bmarket data\b
    check out .{1,40} on [\w-]+\.(?:com|org|net|co)\b
    the (?:hottest|biggest|top) (?:stories|headlines)\b[^.]{0,60}, from \w+ to \w+\b
    the next (?:issue|edition) of\b.{0,60}\binbox\b
    discover/browse/explore all\b.{0,30}\bnewsletters\b
    you must be (?:logged|signed) in to\b
    you have [\d.]+ ?% of this article\b
    the rest (?:of (?:it|this article) )?is (?:only )?for subscribers(?: only)?\s*\.?$
    you can (?:reach|contact|e-?mail|follow) (?:him|her|them|me|us) (?:at|on|via|by)\b.{0,60}?ADDRESS
    you can send (?:story )?tips\b
    story tips\s*(?:[:?]|$|(?:and \w+ )?(?:can|may|should) be (?:sent|e-?mailed)\b)
    send story tips (?:to|here|via|by)\b
    email (?:story )?tips to\b
    follow/find/contact/reach/email (?:him|her|them) (?:at|on|via)\b.{0,60}?ADDRESS
"""
# What BEGINNINGS calls by a word in capitals. The title of another story has no stop ("More on the talks: Norland will
# sign, Roe wrote." has), and who writes for a page is reached at an address ("You can reach them by ferry." has none).
PARTS = {
    "NO_STOP": r"(?!.*[.!?][\"'\u201d\u2019)]*$)",
    "ADDRESS": r"(?:\S@\S|@\w|https?:|\bwww\.|\b(?:e-?mail|x|twitter|facebook|instagram|linkedin|telegram|bluesky|"
    r"threads|signal|whatsapp)\b)",
}
# These mark a sentence wherever they stand in it.
ANYWHERE = re.compile(
    r"all rights reserved|(?<![\w\u0303])©(?=\s?(?:\d{4}|[A-Z]|by\b|the\b|dpa))"
    r"|copyright (?:\W{0,2}©|\(c\)|\d{4}|(?-i:THE [A-Z]))|may not be (?:published|reproduced), (?:broadcast|copied)"
    r"|not responsible for the content of|you agree to (?:our|the)\b|agree to (?:the|our) .{0,40}privacy policy"
    r"|(?:straight )?to your inbox\b|protected by recaptcha|toll-free\b.{0,20}\d"
    r"|\bpublishes (?:around|about|over|some|more than) \d+ (?:reports|articles|stories|items) (?:a|each|per) day\b",
    re.IGNORECASE,
)
ANYWHERE_HINTS = (
    "rights reserved", "©", "copyright", "may not be", "not responsible for the", "agree to", "your inbox", "recaptcha",
    "toll-free", "publishes ",
)  # fmt: skip
SAYS = re.compile(r"\b(?:said|says|told|according to|announced|stated|added)\b")
SHARE_BAR = re.compile(
    r"(?=[^a-z]*[a-z])(?:\W|\d|\b(?:share|tweet|e-?mail|print|facebook|twitter|x|whatsapp|linkedin|copy|link|save|comments?|telegram|reddit|"
    r"pinterest|messenger|flipboard|bookmark|like|pin|by|on|via|this|article|gift|listen|follow|menu|home|search|close)\b)+",
    re.IGNORECASE,
)
TAGS_ONLY = re.compile(r"(?:<[^<>]{1,200}>\W*)+")
FIRST_WORD = re.compile(r"""(?:[^\w"'\u201c\u2018\u00ab]|[\d_]){0,6}?([^\W\d_]+)""")
# Where the page's line breaks are lost: "... to a browser that plays video Ministers from four states met on Monday."
SEAM = re.compile(r"\b([a-z\d]+)\s+(?=[A-Z][a-z]|A\s[a-z])|(\S+)\s+(?=[\"\u201c][A-Z]|[\u2022\u00b7]\s)")
NO_SEAM_AFTER = frozenset("a an and at by for from my of on or our the their this to via with your".split())
CAPITALS = re.compile(r"(?:[A-Z\d'\u2019&.-]{2,}\s+|A\s+(?=[A-Z]{2})){3,}")
STOPS = (".", "!", "?")
LINKED = (" Read more", " Read More", " Read more\u2026", " Read more ...")  # behind the title of another story
# A list of headlines without a line break: hundreds of characters without a full stop, and hardly a comma.
LONGEST = 600  # characters
HEADLINE = re.compile(r"\b[a-z]{2,} [A-Z][a-z’']+ (?:[a-z]|[A-Z][a-z]+ [a-z])")
HEADLINES = 5
# "... ends in deadlock Harbour guards stay away How did the old lock sink?" A shorter list tells itself by a question
# that ends it, with no stop before. Of what follows a list without a stop nothing is lost so.
SHORTEST_LIST = 200  # characters
QUESTION = re.compile(
    r"(?<=[\w'\u2019] )(?:How|Why|What|When|Has|Have|Is|Are|Does|Do|Did|Can|Could|Should) (?=['\u2018]?\w)"
)
OTHERS = 2  # headlines beside the question
DOUBLE_MARK = re.compile(r"[\"\u201c\u201d]")
BETWEEN_COMMAS = 100  # characters
TEASER = 6  # words that two sentences of boilerplate may have between them
LINE = 20  # words of a headline between two lists of headlines
LONG = 60  # characters: a longer sentence of boilerplate may hold prose after it


def _by_first_word() -> dict[str, re.Pattern[str]]:
    grouped: dict[str, list[str]] = defaultdict(list)
    table = BEGINNINGS
    for name, part in PARTS.items():
        table = table.replace(name, part)
    for line in table.strip().splitlines():
        words, tail = line.strip().split(" ", 1)
        for word in words.split("/"):
            grouped[word].append(tail)
    return {word: re.compile(rf"\s*(?:{'|'.join(tails)})", re.IGNORECASE) for word, tails in grouped.items()}


BY_FIRST_WORD = _by_first_word()


def boilerplate(text: str, paragraphs: Spans, sentences: Spans, quotations: Spans) -> Iterator[Span]:
    """Spans of boilerplate, in order: whole sentences, parts of them where the page's line breaks are lost, and the few
    words between two of them.

    A sentence in which somebody says something, or that stands in a quotation, is never boilerplate, unless it is a
    link on a line of its own ("Read more: ...").
    """
    opened = [span.start for span in quotations]
    lines = set(paragraphs)
    hinted = _is_hinted(text)
    last: int | None = None
    for index, sentence in enumerate(sentences):
        found = _found(text, sentence, sentence in lines, hinted)
        if found is None or _is_quoted(sentence, opened, quotations):
            continue
        if last is not None and 1 < index - last <= 3:
            yield from _between(text, sentences[last : index + 1])
        yield found
        last = index if text[found.start] != "<" else None


def _is_hinted(text: str) -> bool:
    lowered = text.lower()
    return any(hint in lowered for hint in ANYWHERE_HINTS)


def _is_quoted(sentence: Span, opened: list[int], quotations: Spans) -> bool:
    at = bisect_right(opened, sentence.start) - 1
    return at >= 0 and sentence.start < quotations[at].end


def _found(text: str, sentence: Span, is_line: bool, hinted: bool) -> Span | None:
    start, end = sentence
    if after := _after_beginning(text, sentence):
        if not is_line:
            end = _seam(text, after, sentence)
        return Span(start, end) if is_line or not SAYS.search(text, start, end) else None
    if hinted and (mark := ANYWHERE.search(text, start, end)) and not SAYS.search(text, start, end):
        before = text[start : mark.start()].rstrip()
        return sentence if len(before) <= LONG and not before.endswith(STOPS) else Span(mark.start(), end)
    if _is_list(text, sentence):
        return sentence
    if is_line and text.endswith(LINKED, start, end):
        return sentence
    if is_line and (SHARE_BAR.fullmatch(text, start, end) or TAGS_ONLY.fullmatch(text, start, end)):
        return sentence
    return None


def _is_headlines(sentence: str) -> bool:
    if sentence.count(",") * BETWEEN_COMMAS >= len(sentence) or " said" in sentence:
        return False
    if sentence.endswith("?") and QUESTION.search(sentence) and not DOUBLE_MARK.search(sentence):
        return len(HEADLINE.findall(sentence)) >= OTHERS
    return len(sentence) > LONGEST and len(HEADLINE.findall(sentence)) >= HEADLINES


def _after_beginning(text: str, sentence: Span) -> int | None:
    word = FIRST_WORD.match(text, *sentence)
    pattern = BY_FIRST_WORD.get(word[1].lower()) if word else None
    found = pattern.match(text, word.end(), sentence.end) if pattern and word else None
    return found.end() if found else None


def _seam(text: str, after: int, sentence: Span) -> int:
    """Where the boilerplate ends within its sentence: after its capitals, or where a new sentence begins unmarked."""
    if shouted := CAPITALS.match(text, *sentence):
        return sentence.start + len(shouted.group().rstrip())
    if sentence.end - sentence.start > LONG:
        for seam in SEAM.finditer(text, sentence.start, sentence.end):
            if seam.start() + len(seam.group().rstrip()) >= after and seam[1] not in NO_SEAM_AFTER:
                rest = Span(seam.end(), sentence.end)
                again = _after_beginning(text, rest) or ANYWHERE.search(text, *rest)
                return sentence.end if again else seam.end(seam.lastindex or 0)
    return sentence.end


def _between(text: str, stretch: Spans) -> Spans:
    """Up to two scraps between two sentences of boilerplate: "Log in. Want more? Subscribe."; between lists a line."""
    first, *gap, last = stretch
    words = text[gap[0].start : gap[-1].end].split()
    most = LINE if _is_list(text, first) and _is_list(text, last) else TEASER
    scraps = len(words) <= most and not SAYS.search(text, gap[0].start, gap[-1].end)
    return tuple(gap) if scraps and not any(mark in word for word in words for mark in '"\u201c\u2018') else ()


def _is_list(text: str, sentence: Span) -> bool:
    return sentence.end - sentence.start > SHORTEST_LIST and _is_headlines(sentence.text(text))
