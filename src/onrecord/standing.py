"""Where the parties stand, told on request: positions, the proposals they answer, their shifts, who agrees."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from onrecord.collating import changes as shifting
from onrecord.collating import positions as standing
from onrecord.collating.acting import Act, acts
from onrecord.collating.firmness import strength
from onrecord.collating.proposals import Joined, Named, joined
from onrecord.collating.said import Said
from onrecord.model import Spans
from onrecord.model.change import Change, ChangeRow, Lately
from onrecord.model.edtf import bounds
from onrecord.model.position import Passage, Position, Quote, Standing, most_told
from onrecord.model.proposal import ProposalRow, TermQuote
from onrecord.record import EVERYTHING, Filter, Record, ReportRow
from onrecord.record.acting import ActingRow, acting_by_id, readings_of, wording_texts
from onrecord.record.acts import (
    Sides,
    acting_between,
    acting_for,
    acting_on_proposals,
    are_kept,
    begins_lately,
    most_heard,
)
from onrecord.record.by_id import parties_called
from onrecord.record.chunks import chunks

END_OF_TIME = "9999-12-31"
AT_ONCE = 200  # reports whose texts are held together
MOST_HEARD = 12  # parties that are looked at
MOST_LATELY = 600  # acts: what a page shows in well under a second
Row = TypeVar("Row")
_WORD = re.compile(r"\w{3,}")
_EMPTY = frozenset(
    "the and that this with for from any all its our their they there will would should could must has have had not "
    "before until unless provided only also are was were been being but which who whom what when where into".split()
)


@dataclass(frozen=True)
class _Held:
    """Positions with what their passages say, and the reports that these stand in."""

    positions: tuple[Position, ...]
    texts: Mapping[Passage, str]
    reports: Mapping[str, ReportRow]
    named: tuple[Joined, ...]

    def quote(self, place: Passage) -> Quote:
        report = self.reports[place.report]
        return Quote(place, self.texts[place], report.path, report.outlet, report.line)

    def standing(self, one: Position) -> Standing:
        return Standing(one, tuple(map(self.quote, one.conditions)), tuple(map(self.quote, one.evidence)))


def positions(record: Record, wanted: Filter = EVERYTHING, *, as_of: str | None = None) -> tuple[Standing, ...]:
    """Where the parties stand, on the words that are wanted; `as_of` leaves those in force that day."""
    found = _asked(record, wanted, as_of)
    held = standing.in_force(found.positions, as_of) if as_of else found.positions
    chosen = [one for one in held if _is_wanted(one, wanted)]
    return tuple(map(found.standing, _sliced(chosen, wanted)))


def in_force(rows: Iterable[Standing], as_of: str = END_OF_TIME) -> tuple[Standing, ...]:
    """Of positions that were told already, those that stand as of a day, or the latest."""
    told = {row.position: row for row in rows}
    return tuple(told[one] for one in standing.in_force(told, as_of))


def leading(
    record: Record, wanted: Filter = EVERYTHING, *, as_of: str | None = None, most: int = MOST_HEARD
) -> tuple[Standing, ...]:
    """Positions in force as of a day, or the latest, of the parties of whom `most_told` tells up to then.

    They are chosen of the twelve (or so many as are asked for) that did most: many words need not be a line.
    """
    last = as_of or END_OF_TIME
    if not _is_plain(wanted) or wanted.party is not None:
        return positions(record, wanted, as_of=last)
    with record.reading_connection() as connection:
        sides = Sides.of(connection) if are_kept(connection) else None
        parties = most_heard(connection, sides, _last_day(last), max(most, MOST_HEARD)) if sides else []
    if sides is None:
        return positions(record, wanted, as_of=last)
    found = _held(record, wanted, _Asked(tuple(parties), wanted.issue, _last_day(last)), sides)
    held = [one for one in standing.in_force(found.positions, last) if _is_wanted(one, wanted)]
    chosen = set(most_told(one for one in held if one.party in parties)[:most])
    return tuple(found.standing(one) for one in held if one.party in chosen)


def lately(record: Record, wanted: Filter = EVERYTHING, *, most: int = MOST_LATELY) -> Lately:
    """Where the parties stood lately and what shifted: on about so many of the latest words that do anything.

    So it takes no longer in a large record than in a small one. What is asked for otherwise than by a party, an issue,
    a stance or a last day is told wholly.
    """
    if not _is_plain(replace(wanted, until=None)):
        return Lately(positions(record, wanted), changes(record, wanted), None)
    parties = None if wanted.party is None else tuple(parties_called(record, wanted.party))
    last = _last_day(wanted.until) if wanted.until else END_OF_TIME
    with record.reading_connection() as connection:
        if not are_kept(connection):
            return Lately(positions(record, wanted), changes(record, wanted), None)
        sides = Sides.of(connection)
        since = begins_lately(connection, sides, parties, wanted.issue, last, most)
        ids = acting_between(connection, sides, parties, wanted.issue, since or "", last)
        rows = list(acting_by_id(connection, ids))
    found = _held(record, EVERYTHING, _Asked(parties, wanted.issue, last), rows=rows)
    held = [
        one
        for one in found.positions
        if _is_wanted(one, wanted) and (parties is None or one.party in parties) and _is_since(one, since)
    ]
    return Lately(tuple(map(found.standing, held)), _changed(found, held), since)


def _is_since(one: Position, since: str | None) -> bool:
    return since is None or (bounds(one.as_of) or ("", ""))[0] >= since


def proposals(record: Record, wanted: Filter = EVERYTHING) -> tuple[ProposalRow, ...]:
    """The proposals on the table, by the first day they are named, each with the answers to it.

    A party's are those that it made or answered; a speaker's, those that he answered; an issue's, those answered on it.
    `since` and `until` ask when reports name it.
    """
    everything = Filter(outlet=wanted.outlet, report=wanted.report)
    rows = _on_proposals(record) if everything == EVERYTHING else None
    found = _held(record, everything, _asked_of(record, everything), with_proposals=True, rows=rows)
    answers: dict[str, list[Position]] = defaultdict(list)
    for one in found.positions:
        if one.proposal is not None:
            answers[one.proposal].append(one)
    party = (
        None
        if wanted.party is None
        else {name.casefold() for name in (wanted.party, *parties_called(record, wanted.party))}
    )
    asked = _AskedProposals(wanted, party)
    chosen = [one for one in found.named if asked.wants(one, answers[one.name])]
    return tuple(_proposal_row(record, found, one, answers[one.name]) for one in _sliced(chosen, wanted))


def changes(record: Record, wanted: Filter = EVERYTHING) -> tuple[ChangeRow, ...]:
    """What shifted, by day. `since` and `until` bound the day of the shift; what stood before it may be older."""
    asked = replace(wanted, since=None, until=None)
    found = _held(record, asked, _asked_of(record, asked))
    every = _changed(found, [one for one in found.positions if _is_wanted(one, wanted)])
    since, until = wanted.since or "", wanted.until or END_OF_TIME
    return tuple(_sliced([one for one in every if one.day and _within(one.day, since, until)], wanted))


def _on_proposals(record: Record) -> list[ActingRow] | None:
    """All that bears on the answers to proposals; null where the record does not know them apart."""
    with record.reading_connection() as connection:
        if not are_kept(connection):
            return None
        return list(acting_by_id(connection, acting_on_proposals(connection, Sides.of(connection))))


def _changed(found: _Held, held: Sequence[Position]) -> tuple[ChangeRow, ...]:
    """What shifted between these positions."""
    words = {place: _words(text) for place, text in found.texts.items()}
    return tuple(_change_row(found, one) for one in shifting.changes(held, words.__getitem__))


@dataclass(frozen=True)
class _Asked:
    """Of whom, on which issue, up to which day positions are asked for, where nothing else is; null asks for all."""

    parties: tuple[str, ...] | None
    issue: str | None
    last: str | None


def _is_plain(wanted: Filter) -> bool:
    """Whether nothing is asked that would leave out words of a position."""
    plain = Filter(party=wanted.party, issue=wanted.issue, stance=wanted.stance)
    return replace(wanted, limit=None, offset=0) == plain


def _last_day(day: str) -> str:
    found = bounds(day)
    return found[1] if found else END_OF_TIME


def _asked(record: Record, wanted: Filter, as_of: str | None) -> _Held:
    """All that bears on what is asked; of what only a party, an issue or a day is asked for, no more than that."""
    asked = _asked_of(record, wanted, as_of)
    found = _held(record, wanted, asked)
    if asked is None or asked.parties is None:
        return found
    return replace(found, positions=tuple(one for one in found.positions if one.party in asked.parties))


def _asked_of(record: Record, wanted: Filter, as_of: str | None = None) -> _Asked | None:
    if not _is_plain(wanted):
        return None
    parties = None if wanted.party is None else tuple(parties_called(record, wanted.party))
    return _Asked(parties, wanted.issue, _last_day(as_of) if as_of else None)


def _rows(record: Record, wanted: Filter, asked: _Asked | None, sides: Sides | None) -> list[ActingRow]:
    if asked is not None:
        with record.reading_connection() as connection:
            if are_kept(connection):
                whose = sides or Sides.of(connection)
                ids = acting_for(connection, whose, asked.parties, asked.issue, asked.last)
                return list(acting_by_id(connection, ids))
        return list(record.acting())
    return list(record.acting(replace(wanted, issue=None, stance=None, limit=None, offset=0)))


def _held(
    record: Record,
    wanted: Filter,
    asked: _Asked | None = None,
    sides: Sides | None = None,
    rows: list[ActingRow] | None = None,
    *,
    with_proposals: bool = False,
) -> _Held:
    rows = _rows(record, wanted, asked, sides) if rows is None else rows
    named: tuple[Joined, ...] = ()
    if with_proposals or any(held.proposal for row in rows for held in row.row.statement.stances):
        named = joined(Named(row.report, row.day, row.proposal) for row in record.named_proposals(wanted))
    names = {(each.report, each.proposal.name): one.name for one in named for each in one.members}
    done = _acts(record, rows, names)
    shared = {id for act in done for id in act.utterances}
    with record.reading_connection() as connection:
        readings = readings_of(connection, sorted(shared))
        texts = wording_texts(connection, (place for each in readings.values() for place in each))
    for row in rows:
        texts[Passage(row.row.report.id, row.row.statement.content, row.row.statement.id)] = row.row.text
        texts |= {Passage(row.row.report.id, limit.span, limit.statement): text for limit, text in row.conditions}
    reports = {row.row.report.id: row.row.report for row in rows}
    reports |= record.reports_by_id({place.report for place in texts} - set(reports))
    copies = record.origins({place.report for each in readings.values() for place in each})
    return _Held(standing.positions_of(done, readings, copies), texts, reports, named)


def _acts(record: Record, rows: Sequence[ActingRow], names: Mapping[tuple[str, str], str]) -> list[Act]:
    """What the statements do. Texts are read for some reports at a time, and none is kept."""
    by_report: dict[str, list[ActingRow]] = defaultdict(list)
    for row in rows:
        by_report[row.row.report.id].append(row)
    done: list[Act] = []
    for some in chunks(by_report, AT_ONCE):
        whole = record.texts_by_id(set(some))
        said = [said_of(row, names, whole) for report in some for row in by_report[report]]
        done += [replace(act, said=replace(act.said, text="")) for act in acts(said)]
    return done


def said_of(row: ActingRow, names: Mapping[tuple[str, str], str], whole: Mapping[str, str]) -> Said:
    """What another party tells of this one's view is not its own. Proposals go by their names across reports."""
    statement, report = row.row.statement, row.row.report
    stances = tuple(
        replace(one, proposal=names.get((report.id, one.proposal)) if one.proposal else None)
        for one in statement.stances
    )
    return Said(
        report=report.id,
        statement=replace(statement, speaker=row.row.speaker, stances=stances),
        party=row.row.party,
        as_of=statement.said_on or report.published,
        conditions=tuple(condition for condition, _ in row.conditions),
        own=row.teller in (None, row.row.party),
        told=statement.said_on is not None,
        parts=row.parts,
        strength=strength(row.row.text),
        text=whole[report.id],
        side=row.side,
        corrected=bool(row.row.corrections),
    )


@dataclass(frozen=True)
class _AskedProposals:
    """What of a filter is asked of proposals. `party` are the names that the party goes by, folded."""

    wanted: Filter
    party: set[str] | None

    def wants(self, one: Joined, answers: Sequence[Position]) -> bool:
        asked = self.wanted
        since, until = asked.since or "", asked.until or END_OF_TIME
        days = [each.day for each in one.members if each.day]
        return (
            (self.party is None or self._is_partys(one, answers))
            and (asked.issue is None or any(each.issue == asked.issue for each in answers))
            and (asked.stance is None or any(each.stance == asked.stance for each in answers))
            and (asked.speaker is None or any(_names_somebody(asked.speaker, each.speakers) for each in answers))
            and ((asked.since, asked.until) == (None, None) or any(_within(day, since, until) for day in days))
            and (asked.text is None or _has_words(asked.text, one.names))
        )

    def _is_partys(self, one: Joined, answers: Sequence[Position]) -> bool:
        parties = {maker.party or maker.name for maker in one.makers} | {each.party for each in answers}
        return bool({party.casefold() for party in parties} & (self.party or set()))


def _names_somebody(words: str, names: Sequence[str]) -> bool:
    return any(f" {words.casefold()} " in f" {name.casefold()} " for name in names)


def _within(day: str, since: str, until: str) -> bool:
    return since <= day[: len(since) or None] and day[: len(until)] <= until


def _has_words(words: str, names: Sequence[str]) -> bool:
    return all(any(word in name.casefold() for name in names) for word in words.casefold().split())


def _proposal_row(record: Record, found: _Held, one: Joined, answers: Sequence[Position]) -> ProposalRow:
    reports = record.reports_by_id({each.report for each in one.members})
    texts = {id: record.text(id) for id in reports}

    def quote(report: str, spans: Spans) -> Quote:
        text = " … ".join(span.text(texts[report]) for span in spans)
        row = reports[report]
        return Quote(Passage(report, spans), text, row.path, row.outlet, row.line)

    makers = one.makers
    parties = tuple(dict.fromkeys(maker.party for maker in makers if maker.party))
    return ProposalRow(
        id=one.id,
        name=one.name,
        names=one.names,
        maker=" and ".join(dict.fromkeys(maker.name for maker in makers)) or None,
        party=" and ".join(parties) or None,
        made_on=one.made_on,
        first_day=one.first_day,
        terms=tuple(_terms(one, quote)),
        answers=tuple(map(found.standing, answers)),
        places=tuple(quote(each.report, (span,)) for each in one.members for span in each.proposal.span),
        maker_evidence=tuple(
            quote(each.report, each.proposal.makers_evidence)
            for each in one.members
            if each.proposal.makers_evidence and each.proposal.makers == makers
        ),
    )


def _terms(one: Joined, quote: Callable[[str, Spans], Quote]) -> Iterator[TermQuote]:
    """Each term once, as the first report words it."""
    seen: set[tuple[str, str]] = set()
    for each in one.members:
        for term in each.proposal.terms:
            quoted = quote(each.report, (term.span,))
            words = (term.kind, " ".join(quoted.text.lower().replace("-", " ").rstrip("s").split()))
            if words not in seen:
                seen.add(words)
                yield TermQuote(term.kind, quoted)


def _is_wanted(one: Position, wanted: Filter) -> bool:
    return wanted.issue in (None, one.issue) and wanted.stance in (None, one.stance)


def _sliced(rows: Sequence[Row], wanted: Filter) -> Sequence[Row]:
    end = None if wanted.limit is None else wanted.offset + wanted.limit
    return rows[wanted.offset : end]


def _change_row(found: _Held, one: Change) -> ChangeRow:
    before, after = found.standing(one.before), found.standing(one.after)
    first = min(after.evidence, key=lambda quote: _told(found, quote))
    return ChangeRow(
        one,
        before,
        after,
        " and ".join(one.after.speakers) or None,
        first,
        tuple(map(found.quote, one.added)),
        tuple(map(found.quote, one.dropped)),
    )


def _told(found: _Held, quote: Quote) -> tuple[str, str, int]:
    """By the day on which its report was published; one without a day comes last."""
    report = found.reports[quote.passage.report]
    return report.published or END_OF_TIME, report.id, quote.passage.spans[0].start


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower())) - _EMPTY
